package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import java.util.List;

/** Joins neighbouring parts of a table, given in canonical order, into one table. */
final class JoinedShards {

    private JoinedShards() {}

    /** Returns the table of all rows of the parts; there must be at least one part. */
    static Dataset of(List<Dataset> parts) {
        Dataset first = parts.get(0);
        Dataset.Builder builder = Dataset.builder();
        for (int i = 0; i < first.features().length; i++) {
            int feature = i;
            builder.feature(first.featureNames().get(i), joined(parts, part -> part.features()[feature]));
        }
        for (int i = 0; i < first.targets().length; i++) {
            int target = i;
            builder.target(first.targetNames().get(i), joined(parts, part -> part.targets()[target]));
        }
        builder.classes(first.classes());
        if (first.isWeighted()) {
            builder.weights(joined(parts, JoinedShards::weights));
        }
        return builder.buildShard();
    }

    private interface Column {
        double[] of(Dataset part);
    }

    private static double[] weights(Dataset part) {
        double[] weights = new double[part.rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = part.weight(row);
        }
        return weights;
    }

    private static double[] joined(List<Dataset> parts, Column column) {
        double[] all = new double[parts.stream().mapToInt(Dataset::rows).sum()];
        int from = 0;
        for (Dataset part : parts) {
            System.arraycopy(column.of(part), 0, all, from, part.rows());
            from += part.rows();
        }
        return all;
    }
}
