package io.sweepnet.spark.report;

/**
 * Renders a report in one form. A renderer has only the rows of the result tables, so reports of the same runs are
 * equal wherever and whenever they are made. It keeps no state between reports.
 *
 * <p>A further form is a class of its own with a line in {@link ReportFormat}, for example:
 *
 * <pre>{@code
 * final class ReportNames {
 *     static String render(Report report) {
 *         return report.runs().stream().map(run -> run.model() + "\n").collect(Collectors.joining());
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ReportRenderer {

    /**
     * Returns the whole text, which ends with a line break.
     *
     * @param report one run or several; it may have runs without history, metrics or starts
     */
    String render(Report report);
}
