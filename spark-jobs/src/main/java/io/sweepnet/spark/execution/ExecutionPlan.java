package io.sweepnet.spark.execution;

import java.util.List;
import java.util.Locale;

/**
 * Why a search runs where it runs.
 *
 * @param execution what was chosen
 * @param measured what was measured; empty where there was no choice
 * @param reason why, in words that name what was measured
 */
public record ExecutionPlan(String execution, List<Measured> measured, String reason) {

    public ExecutionPlan {
        measured = List.copyOf(measured);
    }

    /**
     * What was measured of an execution.
     *
     * @param execution its name
     * @param setUpSeconds until the first step could begin
     * @param stepSeconds median of the steps after the first
     * @param expectedSeconds what a search may take
     */
    public record Measured(String execution, double setUpSeconds, double stepSeconds, double expectedSeconds) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%s %.3g ms a step, set up in %.2g s", execution, 1e3 * stepSeconds, setUpSeconds);
        }
    }

    /** The plan of an execution that nothing was measured of. */
    public static ExecutionPlan unmeasured(String execution, String why) {
        return new ExecutionPlan(execution, List.of(), execution + ": " + why);
    }
}
