package io.sweepnet.search.kernel;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.kernel.remote.ShardGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table as processes hold it: its shards, each a table of its own, in groups, and the facts that these make together. */
public record RemoteTable(TableFacts facts, List<ShardGroup> groups) {

    /** A table in at most so many groups: no more than it has shards. */
    public static RemoteTable of(Dataset dataset, int groups) {
        Shards cut = Shards.of(dataset.rows());
        List<Dataset> shards = new ArrayList<>();
        for (int shard = 0; shard < cut.count(); shard++) {
            shards.add(
                    dataset.rows(IntStream.range(cut.from(shard), cut.to(shard)).toArray()));
        }
        TableFacts facts = shards.stream()
                .map(TableFacts::ofShard)
                .reduce(TableFacts::plus)
                .orElseThrow();
        int count = Math.min(groups, shards.size());
        List<ShardGroup> grouped = new ArrayList<>();
        for (int group = 0; group < count; group++) {
            int first = shards.size() * group / count;
            grouped.add(new ShardGroup(facts, first, shards.subList(first, shards.size() * (group + 1) / count)));
        }
        return new RemoteTable(facts, grouped);
    }

    /** An evaluator of such a table; its rows are kept, or made anew for every question. */
    public static CandidateEvaluator evaluator(
            Kernel kernel, Parameters initial, Dataset dataset, Loss loss, int groups, boolean areKept) {
        RemoteTable table = of(dataset, groups);
        GroupedRows rows = new GroupedRows(kernel, initial, table.groups(), loss, areKept);
        return kernel.create(initial, table.facts(), loss, rows);
    }
}
