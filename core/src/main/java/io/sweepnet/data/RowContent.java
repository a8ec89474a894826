package io.sweepnet.data;

import io.sweepnet.random.HashRandom;
import io.sweepnet.random.Ordering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The content of a table's rows, which is their features, targets and weights as bits, and the canonical order it defines.
 */
public final class RowContent {

    private final double[][] columns;
    private final int rows;

    private RowContent(double[][] columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static RowContent of(Dataset dataset) {
        List<double[]> columns = new ArrayList<>();
        columns.addAll(List.of(dataset.features()));
        columns.addAll(List.of(dataset.targets()));
        if (dataset.isWeighted()) {
            columns.add(dataset.weightsOrNull());
        }
        return new RowContent(columns.toArray(double[][]::new), dataset.rows());
    }

    /**
     * Returns the hashes that define the canonical order, compared as signed numbers. Rows of the same hash are ordered by
     * their content, column by column by {@link Double#compare}, and rows of the same content by their position.
     *
     * @param columns features, targets and weights if there are any, [column][row]
     * @param rows number of rows
     * @return [row]
     */
    public static long[] hashes(double[][] columns, int rows) {
        long[] hashes = new long[rows];
        for (double[] column : columns) {
            for (int row = 0; row < rows; row++) {
                hashes[row] = HashRandom.mix(hashes[row] ^ Double.doubleToLongBits(column[row]));
            }
        }
        return hashes;
    }

    /** Returns the rows by a hash of their content, then by the content; rows of the same content keep their order. */
    int[] canonicalOrder() {
        long[] hashes = hashes(columns, rows);
        return Ordering.ascending(rows, (a, b) -> {
            int byHash = Long.compare(hashes[a], hashes[b]);
            return byHash != 0 ? byHash : compareContent(a, b);
        });
    }

    /** Returns each row's position in canonical order, [row]. */
    int[] canonicalRanks() {
        int[] order = canonicalOrder();
        int[] ranks = new int[rows];
        for (int rank = 0; rank < rows; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    private int compareContent(int a, int b) {
        for (double[] column : columns) {
            int order = Double.compare(column[a], column[b]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Returns the digest of a table, given the canonical order of its rows. */
    static String sha256(Dataset dataset, int[] order) {
        RowContent content = of(dataset);
        ContentDigest digest = new ContentDigest(dataset.featureNames(), dataset.targetNames(), dataset.classes());
        Shards shards = Shards.of(content.rows);
        List<byte[]> digests = new ArrayList<>();
        for (int shard = 0; shard < shards.count(); shard++) {
            int[] ofShard = Arrays.copyOfRange(order, shards.from(shard), shards.to(shard));
            digests.add(digest.shard(content.columns, ofShard, shards.count()));
        }
        return digest.table(digests);
    }
}
