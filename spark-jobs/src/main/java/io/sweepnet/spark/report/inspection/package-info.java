/**
 * Reports on model files: {@link io.sweepnet.spark.report.inspection.ModelInspection} reads a file and summarises the network
 * and its parameters; {@link io.sweepnet.spark.report.inspection.ModelInspectionText} and {@link
 * io.sweepnet.spark.report.inspection.ModelInspectionJson} render it with features, target and provenance. Needs no Spark.
 * Internal.
 */
package io.sweepnet.spark.report.inspection;
