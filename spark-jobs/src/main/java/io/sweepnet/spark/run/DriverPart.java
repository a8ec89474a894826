package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a table in the driver.
 *
 * @param name the name of the part in the result tables
 * @param rows the rows of the part, in canonical order
 */
record DriverPart(String name, Dataset rows) implements TablePartView {

    @Override
    public <T> List<T> ofShards(ShardFunction<T> function) {
        Shards shards = Shards.of(rows.rows());
        return IntStream.range(0, shards.count())
                .mapToObj(shard -> function.of(rows, shards.from(shard), shards.to(shard)))
                .toList();
    }
}
