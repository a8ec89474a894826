package io.sweepnet.spark.run;

/** What a command is at, besides training. */
public enum Stage {
    /** Reads the table. */
    READ("reading"),
    /** Reads, scores and writes rows. */
    SCORE("scoring"),
    /** Writes the results. */
    WRITE("writing"),
    /** All is written. */
    WRITTEN("wrote");

    private final String verb;

    Stage(String verb) {
        this.verb = verb;
    }

    /** For people, as in {@code reading FILE}. */
    public String verb() {
        return verb;
    }
}
