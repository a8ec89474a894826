package io.sweepnet.spark.table;

/**
 * The files of a table and how they are written.
 *
 * @param path a file, a folder with all files in it and below, or a pattern with {@code *} and {@code ?}: a local path, a
 *     URI, or {@code classpath:NAME} for a resource of the class path; not empty
 * @param format what the files are
 * @param csv how CSV files are written; of the other formats only the spellings of a missing value count, for text columns
 */
public record TableFiles(String path, DataFormat format, CsvFormat csv) {

    /** @throws IllegalArgumentException if the path is empty */
    public TableFiles {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("the path of a table is empty");
        }
    }

    /** Files whose format their names tell, CSV ones written as {@link CsvFormat#STANDARD}. */
    public static TableFiles of(String path) {
        return new TableFiles(path, DataFormat.AUTO, CsvFormat.STANDARD);
    }
}
