package io.sweepnet.spark.execution;

import java.util.List;
import java.util.Locale;

/**
 * The reason why an execution was chosen.
 *
 * <pre>{@code
 * report.plan().map(ExecutionPlan::reason).ifPresent(System.out::println);
 * }</pre>
 *
 * @param execution name of the chosen execution
 * @param measured the measurements, in their order; empty if nothing was measured
 * @param reason the reason as text, which names the measurements
 */
public record ExecutionPlan(String execution, List<Measured> measured, String reason) {

    public ExecutionPlan {
        measured = List.copyOf(measured);
    }

    /**
     * The measurement of an execution.
     *
     * @param execution name of the execution
     * @param setUpSeconds time until the first step could begin
     * @param stepSeconds median time of the steps after the first
     * @param expectedSeconds estimated time of the whole search
     */
    public record Measured(String execution, double setUpSeconds, double stepSeconds, double expectedSeconds) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%s %.3g ms a step, set up in %.2g s", execution, 1e3 * stepSeconds, setUpSeconds);
        }
    }

    /** Returns the plan of an execution that was chosen without measurements. */
    public static ExecutionPlan unmeasured(String execution, String why) {
        return new ExecutionPlan(execution, List.of(), execution + ": " + why);
    }
}
