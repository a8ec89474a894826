/** Holds the rows of a table packed by column: collected in the driver, or in blocks on the executors. */
package io.sweepnet.spark.table.packed;
