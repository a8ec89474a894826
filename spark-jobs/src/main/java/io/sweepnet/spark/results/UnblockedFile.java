package io.sweepnet.spark.results;

import org.apache.parquet.io.OutputFile;

/** A file to be written of which Parquet need not know the blocks: row groups are not laid out along them. */
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
