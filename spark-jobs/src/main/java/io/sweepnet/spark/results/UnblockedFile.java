package io.sweepnet.spark.results;

import org.apache.parquet.io.OutputFile;

/** A file to be written without information on blocks: row groups are not aligned to them. */
interface UnblockedFile extends OutputFile {

    @Override
    default boolean supportsBlockSize() {
        return false;
    }

    @Override
    default long defaultBlockSize() {
        return 0;
    }
}
