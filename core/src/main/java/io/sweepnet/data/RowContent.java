package io.sweepnet.data;

import io.sweepnet.random.HashRandom;
import io.sweepnet.random.Ordering;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The content of a table's rows: its features, targets and weight, as bits. */
final class RowContent {

    private static final int BUFFER_ROWS = 1024;

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

    /** The rows by a hash of their content, then by the content; rows of the same content stay in reading order. */
    int[] canonicalOrder() {
        long[] hashes = new long[rows];
        for (double[] column : columns) {
            for (int row = 0; row < rows; row++) {
                hashes[row] = HashRandom.mix(hashes[row] ^ Double.doubleToLongBits(column[row]));
            }
        }
        return Ordering.ascending(rows, (a, b) -> {
            int byHash = Long.compare(hashes[a], hashes[b]);
            return byHash != 0 ? byHash : compareContent(a, b);
        });
    }

    /** Each row's place in canonical order. */
    int[] canonicalRanks() {
        int[] order = canonicalOrder();
        int[] ranks = new int[rows];
        for (int place = 0; place < rows; place++) {
            ranks[order[place]] = place;
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

    /** The hash of names and of the rows in an order. */
    static String sha256(Dataset dataset, int[] order) {
        MessageDigest digest = newSha256();
        for (List<String> names : List.of(dataset.featureNames(), dataset.targetNames(), dataset.classes())) {
            digest.update((names.size() + ":").getBytes(StandardCharsets.UTF_8));
            for (String name : names) {
                digest.update((name.length() + ":" + name).getBytes(StandardCharsets.UTF_8));
            }
        }
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_ROWS * Double.BYTES);
        for (double[] column : of(dataset).columns) {
            for (int place = 0; place < order.length; place++) {
                buffer.putDouble(column[order[place]]);
                if (!buffer.hasRemaining() || place == order.length - 1) {
                    digest.update(buffer.flip());
                    buffer.clear();
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
