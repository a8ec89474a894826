/**
 * Reports of runs, created from the result tables alone: {@link io.sweepnet.spark.report.Report} has the rows of one or
 * more runs, {@link io.sweepnet.spark.report.ReportFormat} lists the forms in which they can be printed. Needs neither
 * Spark nor the configuration: what the tables do not contain is not reported. Internal. For example:
 *
 * <pre>{@code
 * try (ResultsFolder folder = new ResultsFolder("results", new Configuration())) {
 *     Report report = Report.read(folder, Optional.of(Report.latest(folder)));
 *     System.out.print(ReportFormat.TEXT.renderer().render(report));
 * }
 * }</pre>
 */
package io.sweepnet.spark.report;
