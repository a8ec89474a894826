package io.sweepnet.search.kernel.remote;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.TableFacts;
import java.util.List;

/**
 * Consecutive shards of a table that are in one process.
 *
 * @param facts facts of the whole table
 * @param first number of the first shard, among the {@link Shards} of the whole table
 * @param shards the rows of each shard as a table; may be empty
 */
public record ShardGroup(TableFacts facts, int first, List<Dataset> shards) {

    public ShardGroup {
        shards = List.copyOf(shards);
        Shards cut = Shards.of(facts.rows());
        if (first < 0 || first + shards.size() > cut.count()) {
            throw new IllegalArgumentException("a table of " + facts.rows() + " rows has " + cut.count()
                    + " shards, got " + shards.size() + " from number " + first + " on");
        }
        for (int i = 0; i < shards.size(); i++) {
            int expected = cut.to(first + i) - cut.from(first + i);
            if (shards.get(i).rows() != expected) {
                throw new IllegalArgumentException(
                        "shard " + (first + i) + " of a table of " + facts.rows() + " rows has " + expected
                                + " rows, got " + shards.get(i).rows());
            }
        }
    }
}
