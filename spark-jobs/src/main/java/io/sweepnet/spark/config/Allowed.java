package io.sweepnet.spark.config;

/** The allowed values of settings, as worded in error messages. */
final class Allowed {

    static final String COUNT = "allowed is a whole number, at least 0";
    static final String THREADS = "allowed is a whole number from 1 to " + Integer.MAX_VALUE;
    static final String SIZE = "allowed is a whole number from 1 to " + RunConfigReader.MOST_CANDIDATES;
    static final String PATIENCE = "allowed is a whole number, at least 1, or auto";
    static final String BATCH = "allowed is a number of rows, at least 1, or full";
    static final String SEED = "allowed is a whole number of 64 bits";
    static final String RESTARTS = "allowed is a whole number, at least 1";
    static final String SAMPLE = "allowed is a share of the rows above 0, up to 1";
    static final String SHARE = "allowed is a number, at least 0 and below 1";
    static final String SHARES = "allowed is a sum below 1, so that rows are left to learn from";
    static final String FACTOR = "allowed is a number above 0 and below 1";
    static final String POSITIVE = "allowed is a finite number above 0";
    static final String NOT_NEGATIVE = "allowed is a finite number, at least 0";
    static final String NUMBER = "allowed is a finite number";
    static final String RANGE = "allowed is low below high, both finite, and their distance too";
    static final String VALUES = "allowed is a list of finite numbers, each once";
    static final String HIDDEN = "allowed is a list of whole numbers, each at least 1";
    static final String FLAG = "allowed are true, false";
    static final String SECTION = "allowed is a section in braces";
    static final String PATH = "allowed is a path";
    static final String COLUMN = "allowed is the name of a column";
    static final String FEATURES = "allowed is a list of column names, each once; empty for all";
    static final String NOT_TARGET = "allowed are features and weight other than the target";
    static final String TEXTS = "allowed is a list of texts, each once";
    static final String SEPARATOR = "allowed is one character, or tab";
    static final String QUOTE = "allowed is one character, or none";
    static final String DECIMAL = "allowed are . and ,";
    static final String CSV_MARKS = "allowed are three different characters";
    static final String MASTER = "allowed is a Spark master such as local[*]";
    static final String LAYERS = "allowed is one activation for all hidden layers, or a list with one for each";

    static final String THREADS_ON_EXECUTORS =
            "allowed is 1 thread on executors, whose tasks share the cores already, and"
                    + " more with search.execution = driver";
    static final String THREADS_OF_DIRECT = "allowed is 1 thread with the kernel direct, and more with any other";
    static final String EXACT_ON_EXECUTORS = "allowed is grid on executors, since a continuous range is not split over"
            + " them, and exact with search.execution = driver";
    static final String FULL_BATCH = "allowed is full where rows stay on executors, since mini-batches need all rows in"
            + " one place, and a number of rows with search.execution = driver";
    static final String EXACT_VALUES = "allowed is a range from low to high with exact, and a list of values with grid";
    static final String UNQUOTED_REFERENCE =
            "inside quotes ${...} is not replaced; take it out of them, as in ${HOME}\"/data.csv\"";
    static final String NO_REFERENCE = "the command line does not replace ${...}; allowed is the value itself";

    private Allowed() {}
}
