package io.sweepnet.spark.report;

/**
 * Turns a report into text of one form. It sees the rows of the results tables alone, so a report of the same runs looks the
 * same wherever and whenever it is made. A renderer keeps no state between two reports.
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
     * The whole text, which ends with a line break.
     *
     * @param report one run or several; it may have runs without history, metrics or starts
     */
    String render(Report report);
}
