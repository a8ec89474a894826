package io.sweepnet.spark.run;

/** A stage of a command, besides training. */
public enum Stage {
    /** Reads the table. */
    READ("reading"),
    /** Reads, scores and writes rows. */
    SCORE("scoring"),
    /** Writes the results. */
    WRITE("writing"),
    /** Everything has been written. */
    WRITTEN("wrote");

    private final String verb;

    Stage(String verb) {
        this.verb = verb;
    }

    /** Returns the verb for messages, as in {@code reading FILE}. */
    public String verb() {
        return verb;
    }
}
