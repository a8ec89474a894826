package io.sweepnet.search.kernel;

import io.sweepnet.data.Dataset;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;

/**
 * Losses written out from their definitions, row by row, with plain predictions: slow, and independent of the classes
 * under test. Sums go by the stated rule: a shard for each 1,024 whole rows, in row order inside a shard, then over shards.
 */
final class WrittenOutLoss {

    private WrittenOutLoss() {}

    static double of(String loss, Parameters parameters, Dataset dataset) {
        double[][] predictions = new Network(parameters).predict(dataset.features());
        int shards = Math.max(1, dataset.rows() / 1024);
        double sum = 0;
        double weights = 0;
        for (int shard = 0; shard < shards; shard++) {
            double inShard = 0;
            double weightsInShard = 0;
            for (int row = dataset.rows() * shard / shards; row < dataset.rows() * (shard + 1) / shards; row++) {
                double ofRow = ofRow(loss, row(predictions, row), row(dataset.targets(), row));
                inShard += dataset.weight(row) * ofRow;
                weightsInShard += dataset.weight(row);
            }
            sum += inShard;
            weights += weightsInShard;
        }
        return sum / weights;
    }

    private static double ofRow(String loss, double[] outputs, double[] targets) {
        return switch (loss) {
            case "cross-entropy" -> crossEntropy(outputs, (int) targets[0]);
            case "zero-one" -> firstLargest(outputs) == (int) targets[0] ? 0 : 1;
            default -> ofResiduals(loss, outputs, targets);
        };
    }

    private static double ofResiduals(String loss, double[] outputs, double[] targets) {
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            double r = outputs[i] - targets[i];
            sum += switch (loss) {
                case "squared" -> r * r;
                case "absolute" -> Math.abs(r);
                case "pinball" -> Math.abs(r) / 2;
                case "pinball(0.75)" -> r < 0 ? 0.75 * -r : 0.25 * r;
                case "epsilon-insensitive" -> Math.max(0, Math.abs(r) - 0.1);
                case "epsilon-insensitive(0.75)" -> Math.max(0, Math.abs(r) - 0.75);
                case "huber" -> huber(r, 1);
                case "huber(0.75)" -> huber(r, 0.75);
                case "log-cosh" -> logCosh(Math.abs(r));
                default -> throw new IllegalArgumentException("write out the loss '" + loss + "' here");
            };
        }
        return sum / outputs.length;
    }

    private static double huber(double r, double delta) {
        double size = Math.abs(r);
        return size <= delta ? r * r / 2 : delta * (size - delta / 2);
    }

    private static double logCosh(double size) {
        return size < 1
                ? StrictMath.log1p(2 * StrictMath.sinh(size / 2) * StrictMath.sinh(size / 2))
                : size + (StrictMath.log1p(StrictMath.exp(-2 * size)) - StrictMath.log(2));
    }

    private static double crossEntropy(double[] outputs, int target) {
        double largest = outputs[firstLargest(outputs)];
        double sum = 0;
        for (double output : outputs) {
            sum += StrictMath.exp(output - largest);
        }
        return StrictMath.log(sum) + (largest - outputs[target]);
    }

    private static int firstLargest(double[] outputs) {
        int largest = 0;
        for (int i = 1; i < outputs.length; i++) {
            if (outputs[i] > outputs[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private static double[] row(double[][] columns, int row) {
        double[] values = new double[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i][row];
        }
        return values;
    }
}
