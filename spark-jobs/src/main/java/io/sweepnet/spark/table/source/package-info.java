/** Opens tables: CSV, Parquet and LibSVM files, and DataFrames. Rows are read when they are asked for, on the executors. */
package io.sweepnet.spark.table.source;
