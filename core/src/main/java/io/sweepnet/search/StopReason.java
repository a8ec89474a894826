package io.sweepnet.search;

/** Why a search ended. */
public enum StopReason {
    /** All sweeps allowed were made. */
    SWEEP_LIMIT("sweep-limit"),
    /** As many sweeps in a row as the patience brought no gain. */
    CONVERGED("converged"),
    /** Nothing it can still do makes the network depend on its features. */
    DEAD("dead"),
    /** Someone asked it to stop. */
    CANCELLED("cancelled");

    private final String label;

    StopReason(String label) {
        this.label = label;
    }

    /** The name used in tables. */
    public String label() {
        return label;
    }
}
