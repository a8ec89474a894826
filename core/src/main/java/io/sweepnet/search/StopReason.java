package io.sweepnet.search;

/** Why a search ended. */
public enum StopReason {
    /** The limit of sweeps was reached. */
    SWEEP_LIMIT("sweep-limit"),
    /** The number of sweeps in a row without gain reached the patience. */
    CONVERGED("converged"),
    /** No further step can make the outputs of the network depend on the features. */
    DEAD("dead"),
    /** The search was cancelled. */
    CANCELLED("cancelled");

    private final String label;

    StopReason(String label) {
        this.label = label;
    }

    /** Returns the name used in tables. */
    public String label() {
        return label;
    }
}
