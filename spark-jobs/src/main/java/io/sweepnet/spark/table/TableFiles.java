package io.sweepnet.spark.table;

/**
 * The files of a table and their format.
 *
 * <pre>{@code
 * TableFiles wines = TableFiles.of("wines.csv");
 * TableFiles parts = new TableFiles("hdfs://host/wines/*.parquet", DataFormat.PARQUET, CsvFormat.STANDARD);
 * }</pre>
 *
 * @param path a file, a folder with all files in it and below, or a pattern with {@code *} and {@code ?}: a local path,
 *     a URI, or {@code classpath:NAME} for a resource of the class path; not empty
 * @param format the format of the files
 * @param csv the syntax of CSV files; in other formats only its texts for missing values apply, to text columns
 */
public record TableFiles(String path, DataFormat format, CsvFormat csv) {

    /** @throws IllegalArgumentException if the path is empty */
    public TableFiles {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("the path of a table is empty");
        }
    }

    /**
     * Returns files whose format is recognised by their names; CSV files have the syntax {@link CsvFormat#STANDARD}.
     */
    public static TableFiles of(String path) {
        return new TableFiles(path, DataFormat.AUTO, CsvFormat.STANDARD);
    }
}
