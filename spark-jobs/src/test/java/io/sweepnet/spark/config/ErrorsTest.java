package io.sweepnet.spark.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.loss.Losses;
import io.sweepnet.spark.input.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every message names the key, the value as written, what is allowed, and where it stands. */
class ErrorsTest {

    @TempDir
    private Path folder;

    private RunFiles files;

    @BeforeEach
    void setUp() {
        files = new RunFiles(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    search.kernel = fast             | search.kernel = fast: allowed are auto, direct, incremental, piecewise
                    search.kernel = Direct           | search.kernel = Direct: allowed are auto, direct, incremental, piecewise
                    search.execution = columns       | search.execution = columns: allowed are auto, driver, candidates, rows, restarts
                    search { execution = rows, threads = 2 } | search.execution = rows, search.threads = 2: allowed is 1 thread on executors, whose tasks share the cores already, and more with search.execution = driver
                    search.execution = rows, gradient.batch = 64 | search.execution = rows, gradient.batch = 64: allowed is full where rows stay on executors, since mini-batches need all rows in one place, and a number of rows with search.execution = driver
                    search.candidates = all          | search.candidates = all: allowed are grid, exact
                    search { execution = candidates, candidates = exact } | search.execution = candidates, search.candidates = exact: allowed is grid on executors, since a continuous range is not split over them, and exact with search.execution = driver
                    search { candidates = exact, biases.values = [0, 1] } | search.candidates = exact, search.biases.values = [0, 1]: allowed is a range from low to high with exact, and a list of values with grid
                    search { candidates = exact, weights.low = 5 } | search.weights.low = 5, search.weights.high = 5: allowed is low below high, both finite, and their distance too
                    search.threads = 0               | search.threads = 0: allowed is a whole number from 1 to 2147483647
                    search.threads = all             | search.threads = all: allowed is a whole number from 1 to 2147483647
                    search { execution = candidates, threads = 2 } | search.execution = candidates, search.threads = 2: allowed is 1 thread on executors, whose tasks share the cores already, and more with search.execution = driver
                    search { kernel = direct, threads = 4 } | search.kernel = direct, search.threads = 4: allowed is 1 thread with the kernel direct, and more with any other
                    search.restarts = 0              | search.restarts = 0: allowed is a whole number, at least 1
                    search.restarts = 1.5            | search.restarts = 1.5: allowed is a whole number, at least 1
                    search { execution = restarts, threads = 2 } | search.execution = restarts, search.threads = 2: allowed is 1 thread on executors, whose tasks share the cores already, and more with search.execution = driver
                    search.sample = 1.50             | search.sample = 1.50: allowed is a share of the rows above 0, up to 1
                    search.order = Layer             | search.order = Layer: allowed are output-first, layer, random
                    search.ties = last               | search.ties = last: allowed are auto, first, random
                    search.sweeps = -1               | search.sweeps = -1: allowed is a whole number, at least 0
                    search.sweeps = 2.5              | search.sweeps = 2.5: allowed is a whole number, at least 0
                    search.sweeps = 3000000000       | search.sweeps = 3000000000: allowed is a whole number, at least 0
                    search.sweeps = many             | search.sweeps = many: allowed is a whole number, at least 0
                    search.sweeps = [1]              | search.sweeps = [1]: allowed is a whole number, at least 0
                    search.sweeps { a = 1 }          | search.sweeps = {"a":1}: allowed is a whole number, at least 0
                    search.sweeps = null             | search.sweeps = null: allowed is a whole number, at least 0
                    search.sweeps = ""               | search.sweeps = "": allowed is a whole number, at least 0
                    search.tolerance = -1e-9         | search.tolerance = -1e-9: allowed is a finite number, at least 0
                    search.tolerance = NaN           | search.tolerance = NaN: allowed is a finite number, at least 0
                    search.tolerance = 1e999         | search.tolerance = 1e999: allowed is a finite number, at least 0
                    search.patience = 0              | search.patience = 0: allowed is a whole number, at least 1, or auto
                    search.patience = ever           | search.patience = ever: allowed is a whole number, at least 1, or auto
                    search.keep-current = 1          | search.keep-current = 1: allowed are true, false
                    search.check = sometimes         | search.check = sometimes: allowed are true, false
                    search.weights.size = 0          | search.weights.size = 0: allowed is a whole number from 1 to 100000000
                    search.biases.size = 100000001   | search.biases.size = 100000001: allowed is a whole number from 1 to 100000000
                    search.weights.low = 0x10        | search.weights.low = 0x10: allowed is a finite number
                    search.weights.values = [0, x]   | search.weights.values = [0, x]: allowed is a list of finite numbers, each once
                    search.biases.values = [1, 1.0]  | search.biases.values = [1, 1.0]: allowed is a list of finite numbers, each once
                    search.biases.values = [0, -0.0] | search.biases.values = [0, -0.0]: allowed is a list of finite numbers, each once
                    data.format = excel              | data.format = excel: allowed are auto, csv, parquet, libsvm
                    data.task = ranking              | data.task = ranking: allowed are auto, regression, classification
                    data.scaling = unit_norm         | data.scaling = unit_norm: allowed are standard, unit-norm, min-max, none
                    data.target-scaling = min-max    | data.target-scaling = min-max: allowed are none, standard
                    data.missing = ignore            | data.missing = ignore: allowed are fail, drop
                    data.test = 1                    | data.test = 1: allowed is a number, at least 0 and below 1
                    data.validation = -.1            | data.validation = -.1: allowed is a number, at least 0 and below 1
                    data.validation = 0.80           | data.test = 0.2, data.validation = 0.80: allowed is a sum below 1, so that rows are left to learn from
                    data.target = ""                 | data.target = "": allowed is the name of a column
                    data.id = [a]                    | data.id = [a]: allowed is the name of a column
                    data.features = [a, a]           | data.features = [a, a]: allowed is a list of column names, each once; empty for all
                    data.features = null             | data.features = null: allowed is a list of column names, each once; empty for all
                    data.features = [a, [b]]         | data.features = [a, [b]]: allowed is a list of column names, each once; empty for all
                    data { features = [a, y], target = y } | data.features = [a, y], data.target = y: allowed are features and weight other than the target
                    data { weight = y, target = y }  | data.weight = y, data.target = y: allowed are features and weight other than the target
                    data.csv.separator = ";;"        | data.csv.separator = ;;: allowed is one character, or tab
                    data.csv.separator = "\\n"       | data.csv.separator = "\\n": allowed is one character, or tab
                    data.csv.quote = ""              | data.csv.quote = "": allowed is one character, or none
                    data.csv.quote = "\\r"           | data.csv.quote = "\\r": allowed is one character, or none
                    data.csv.decimal = ";"           | data.csv.decimal = ";": allowed are . and ,
                    data.csv.decimal = ","           | data.csv.separator = ",", data.csv.quote = "\"", data.csv.decimal = ",": allowed are three different characters
                    data.csv.missing = [NA, NA]      | data.csv.missing = [NA, NA]: allowed is a list of texts, each once
                    network.hidden = [5, 0]          | network.hidden = [5, 0]: allowed is a list of whole numbers, each at least 1
                    network.hidden = 5 4             | network.hidden = 5 4: allowed is a list of whole numbers, each at least 1
                    network.activations = [relu]     | network.activations = [relu], network.hidden = [5, 4]: allowed is one activation for all hidden layers, or a list with one for each
                    network.activations = rlu        | network.activations = rlu: allowed are identity, relu, leaky-relu, tanh, sigmoid, step, sign, hard-tanh, hard-sigmoid
                    network.activations = [relu, 1]  | network.activations = [relu, 1]: allowed are identity, relu, leaky-relu, tanh, sigmoid, step, sign, hard-tanh, hard-sigmoid
                    gradient.epochs = -1             | gradient.epochs = -1: allowed is a whole number, at least 0
                    gradient.learning-rate = 0       | gradient.learning-rate = 0: allowed is a finite number above 0
                    gradient.batch = 0               | gradient.batch = 0: allowed is a number of rows, at least 1, or full
                    gradient.batch = all             | gradient.batch = all: allowed is a number of rows, at least 1, or full
                    gradient.plateau.factor = 1      | gradient.plateau.factor = 1: allowed is a number above 0 and below 1
                    gradient.plateau.patience = -1   | gradient.plateau.patience = -1: allowed is a whole number, at least 0
                    loss = mse                       | loss = mse: allowed are auto, LOSSES
                    loss = huber(0)                  | loss = huber(0): delta must be above 0 and finite, got 0.0
                    loss = "huber(delta = x)"        | loss = huber(delta = x): delta must be a number, above 0 and finite, got 'x'
                    loss = "squared(2)"              | loss = squared(2): it takes no parameters, got '2'
                    models = []                      | models = []: allowed is a list of one or more, each once, of search, gradient, hybrid
                    models = [search, search]        | models = [search, search]: allowed is a list of one or more, each once, of search, gradient, hybrid
                    models = [adam]                  | models = [adam]: allowed is a list of one or more, each once, of search, gradient, hybrid
                    seed = 9223372036854775808       | seed = 9223372036854775808: allowed is a whole number of 64 bits
                    results = ""                     | results = "": allowed is a path
                    results = "a\\u0000b"            | results = a\\u0000b: allowed is a path
                    master = " "                     | master = " ": allowed is a Spark master such as local[*]
                    search = 5                       | search = 5: allowed is a section in braces
                    """)
    void values(String text, String message) {
        assertThat(files.error("\n" + text))
                .isEqualTo(message.replace("LOSSES", Losses.usages()) + " (DIR/run.conf:2)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    epohcs = 3                      | unknown key epohcs (DIR/run.conf:2): did you mean gradient.epochs?
                    gradient { epohcs = 3 }         | unknown key gradient.epohcs (DIR/run.conf:2): did you mean gradient.epochs?
                    gradient.learningRate = 3       | unknown key gradient.learningRate (DIR/run.conf:2): did you mean gradient.learning-rate?
                    serach { sweeps = 3 }           | unknown key serach.sweeps (DIR/run.conf:2): did you mean search.sweeps?
                    serach {}                       | unknown key serach (DIR/run.conf:2): known are data, gradient, loss, master, models, network, results, search, seed
                    search.weights.hgih = 3         | unknown key search.weights.hgih (DIR/run.conf:2): did you mean search.weights.high?
                    "data.path" = x                 | unknown key "data.path" (DIR/run.conf:2): did you mean data.path?
                    data { "sepal.length" = x }     | unknown key data."sepal.length" (DIR/run.conf:2): known are data.csv, data.features, data.format, data.id, data.missing, data.path, data.scaling, data.target, data.target-scaling, data.task, data.test, data.validation, data.weight
                    search.schedule = sequential    | unknown key search.schedule (DIR/run.conf:2): it had one value, sequential, and is gone; leave it out
                    Seed = 3                        | unknown key Seed (DIR/run.conf:2): did you mean seed?
                    """)
    void unknownKeys(String text, String message) {
        assertThat(files.error("\n" + text)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    master = local[2]        | text cannot be joined with a list or section; text with brackets or braces needs double quotes
                    results = hdfs://h/x     | Expecting end of input or a comma, got ':' (text with special characters needs double quotes)
                    search { sweeps = 1      | Expecting close brace } or a comma, got end of file
                    seed = ${SWEEPNET_NONE}  | Could not resolve substitution to a value: ${SWEEPNET_NONE}
                    seed = ${seed}x${loss    | Expecting end of input or a comma, got '' (Substitution ${ was not closed with a }) (text with special characters needs double quotes)
                    [1, 2]                   | has type LIST rather than object at file root
                    ..seed = 1               | path has a leading, trailing, or two adjacent period '.' (use quoted "" empty string if you want an empty element)
                    """)
    void whatIsNotHocon(String text, String message) {
        assertThat(files.error("\n" + text)).isEqualTo("DIR/run.conf:2: " + message);
    }

    @Test
    void referencesInsideQuotes() {
        String advice = ": inside quotes ${...} is not replaced; take it out of them, as in ${HOME}\"/data.csv\" ";
        assertThat(files.error("results = \"${HOME}/x\""))
                .isEqualTo("results = ${HOME}/x" + advice + "(DIR/run.conf:1)");
        assertThat(files.error("data.target = \"${T}\"")).isEqualTo("data.target = ${T}" + advice + "(DIR/run.conf:1)");
        assertThat(files.error("data.features = [a, \"${T}\"]"))
                .isEqualTo("data.features = [a, ${T}]" + advice + "(DIR/run.conf:1)");
        assertThat(files.error("search.kernel = \"${K}\""))
                .isEqualTo("search.kernel = ${K}" + advice + "(DIR/run.conf:1)");
    }

    @Test
    void valuesOfSeveralPlaces() {
        files.write("base.conf", "\n\n search.weights.low = 6");
        assertThat(files.error("include \"base.conf\"\n search.weights.high = 5.50"))
                .isEqualTo(
                        "search.weights.low = 6, search.weights.high = 5.50: allowed is low below high, both finite, and"
                                + " their distance too"
                                + " (DIR/base.conf:3, DIR/run.conf:2)");
        assertThat(files.error("\nsearch.weights.low = 6", "search.weights.high=-6"))
                .isEqualTo(
                        "search.weights.low = 6, search.weights.high = -6: allowed is low below high, both finite, and"
                                + " their distance too"
                                + " (DIR/run.conf:2, command line)");
        assertThat(files.error("search.biases { low = -1e308, high = 1e308 }"))
                .isEqualTo(
                        "search.biases.low = -1e308, search.biases.high = 1e308: allowed is low below high, both finite,"
                                + " and their distance too (DIR/run.conf:1)");
    }

    @Test
    void aValueSetTwiceIsNamedWhereItCounts() {
        String allowed = ": allowed is a whole number of 64 bits ";
        assertThat(files.error("seed = x\n seed = y")).isEqualTo("seed = y" + allowed + "(DIR/run.conf:2)");
        assertThat(files.error("seed = x\n seed = ${?SWEEPNET_NONE}"))
                .isEqualTo("seed = x" + allowed + "(DIR/run.conf:1)");
        assertThat(files.error("seed = 1\n seed = ${?loss}")).isEqualTo("seed = auto" + allowed + "(DIR/run.conf:2)");
        assertThat(files.error("loss = squared\n seed = ${loss}"))
                .isEqualTo("seed = squared" + allowed + "(DIR/run.conf:2)");
        assertThat(files.error("search.order = layer\n search = ${search} {\n sweeps = -1 }"))
                .isEqualTo("search.sweeps = -1" + ": allowed is a whole number, at least 0 (DIR/run.conf:3)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    data = 5       | data = 5: allowed is a section in braces (DIR/run.conf:2)
                    data = null    | data = null: allowed is a section in braces (DIR/run.conf:2)
                    data.csv = [1] | data.csv = [1]: allowed is a section in braces (DIR/run.conf:2)
                    data = ${seed} | data = ${...}: allowed is a section in braces (DIR/run.conf:2)
                    """)
    void aValueInPlaceOfASectionHidesNothing(String text, String message) {
        assertThat(files.error("\n" + text, "data.target=y", "data.csv.quote=none"))
                .isEqualTo(message);
    }

    @Test
    void aSectionAfterAValueInItsPlaceHidesNothing() {
        assertThat(files.error("data = 5\ndata.target = y"))
                .isEqualTo("data has a value too: allowed is a section in braces (DIR/run.conf:2)");
    }

    @Test
    void referencesToDefaultsAreNamedWhereTheyStand() {
        assertThat(files.error("seed = ${data.csv} x"))
                .isEqualTo("DIR/run.conf: text cannot be joined with a list or section; text with brackets or braces"
                        + " needs double quotes");
    }

    @Test
    void longAndBrokenTextsAreShownOnOneLine() {
        assertThat(files.error("data.format = \"a\\n\\r\\tb\""))
                .isEqualTo("data.format = a\\n\\r\\tb: allowed are auto, csv, parquet, libsvm (DIR/run.conf:1)");
        assertThat(files.error("data.format = " + "x".repeat(121)))
                .isEqualTo("data.format = " + "x".repeat(120)
                        + "...: allowed are auto, csv, parquet, libsvm (DIR/run.conf:1)");
    }

    @Test
    void filesThatCannotBeRead() {
        assertThat(files.message(() -> RunConfig.load(Optional.of(folder.resolve("no.conf")), Map.of())))
                .isEqualTo("configuration file DIR/no.conf does not exist");
        assertThat(files.message(() -> RunConfig.load(Optional.of(folder), Map.of())))
                .isEqualTo("configuration file DIR is a folder");
        assertThat(files.message(() -> RunConfig.loadResource("io/sweepnet/conf/no.conf", Map.of())))
                .isEqualTo("there is no built-in configuration io/sweepnet/conf/no.conf");
    }

    @Test
    void includedFilesMustExist() {
        assertThat(files.error("include \"no.conf\""))
                .isEqualTo("DIR/run.conf: the included file no.conf cannot be read");
        assertThat(files.error("include \"run.conf\""))
                .isEqualTo("DIR/run.conf: include statements nested more than 50 times, you probably have a cycle in"
                        + " your includes.");
    }

    @Test
    void aDataFileMustBeNamed() {
        assertThat(files.message(() -> RunConfig.load(Optional.empty(), Map.of())))
                .isEqualTo("data.path is not set: give a data file, by --data FILE or in a configuration file");
    }

    @Test
    void recordsCheckThemselves() {
        assertThatThrownBy(() -> new GradientConfig(-1, 0.1, OptionalInt.empty(), null))
                .isInstanceOf(InputException.class)
                .hasMessage("gradient.epochs = -1: allowed is a whole number, at least 0");
        assertThatThrownBy(() -> new NetworkConfig(List.of(5), List.of()))
                .isInstanceOf(InputException.class)
                .hasMessage("network.activations = [], network.hidden = [5]: allowed is one activation for all hidden"
                        + " layers, or a list with one for each");
    }
}
