/**
 * Reports of runs, made from the results tables alone: {@link io.sweepnet.spark.report.Report} holds the rows of some runs,
 * {@link io.sweepnet.spark.report.ReportFormat} lists the forms they can be printed in. Needs neither Spark nor the
 * configuration: what the tables do not hold is not reported. For example:
 *
 * <pre>{@code
 * try (ResultsFolder folder = new ResultsFolder("results", new Configuration())) {
 *     Report report = Report.read(folder, Optional.of(Report.latest(folder)));
 *     System.out.print(ReportFormat.TEXT.renderer().render(report));
 * }
 * }</pre>
 */
package io.sweepnet.spark.report;
