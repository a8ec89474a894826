/**
 * Numbers and tables as text, for reports and other output: {@link io.sweepnet.spark.report.format.TextTable} aligns columns,
 * {@link io.sweepnet.spark.report.format.LossNumber} and {@link io.sweepnet.spark.report.format.ShortNumber} format numbers
 * with six digits, {@link io.sweepnet.spark.report.format.JsonNumber} converts numbers to JSON. Depends on nothing else of
 * the project. Internal.
 */
package io.sweepnet.spark.report.format;
