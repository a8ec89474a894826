/**
 * Opens tables: CSV, Parquet and LibSVM files, and DataFrames.
 *
 * <p>{@link io.sweepnet.spark.table.source.SourceTable} is the entry. It finds the files of a path
 * ({@code DataLocation}), and the source of their format ({@code CsvSource}, {@code ParquetSource},
 * {@code LibSvmSource}; {@code FrameSource} for a DataFrame) gives the names and types of the columns and the {@link
 * io.sweepnet.spark.table.source.SourceRows}. The rows are read on the executors, when they are needed, each with its
 * file and its part of the file. Errors name the file, the row and the cell.
 *
 * <p>The package does not depend on the roles of columns and interprets a cell only as a number, a text or a missing
 * value. Internal; other programs open tables by {@code PackedTable}.
 */
package io.sweepnet.spark.table.source;
