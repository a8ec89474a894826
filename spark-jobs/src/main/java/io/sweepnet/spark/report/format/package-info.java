/**
 * Numbers and tables as texts, for reports and whatever else is printed: aligned columns, numbers of six digits, numbers in
 * JSON. Depends on nothing else of the project. Internal.
 */
package io.sweepnet.spark.report.format;
