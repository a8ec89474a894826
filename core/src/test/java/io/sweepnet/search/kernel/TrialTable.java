package io.sweepnet.search.kernel;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes tables of 1 to 150 rows whose columns are of all kinds: constant, doubled, huge, tiny, of whole numbers. */
final class TrialTable {

    private final Random random;

    TrialTable(Random random) {
        this.random = random;
    }

    /** A table for such a search, in canonical order. */
    Dataset table(Architecture architecture, Loss loss) {
        int rows = random.nextInt(6) == 0 ? 1 + random.nextInt(3) : 1 + random.nextInt(150);
        boolean whole = random.nextInt(3) == 0;
        Dataset.Builder builder = Dataset.builder();
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < architecture.inputSize(); i++) {
            columns.add(whole ? wholeNumbers(rows) : column(rows, columns));
            builder.feature("x" + i, columns.get(i));
        }
        int kind = random.nextInt(5);
        int outputs = architecture.outputSize();
        for (int i = 0; i < loss.targetColumns(outputs); i++) {
            builder.target("y" + i, loss.isForClasses() ? classes(kind, rows, outputs) : target(kind, rows));
        }
        int weighting = random.nextInt(5);
        if (weighting > 1) {
            builder.weights(weights(weighting, rows));
        }
        return builder.build().canonical();
    }

    private double[] column(int rows, List<double[]> before) {
        double[] column = new double[rows];
        switch (random.nextInt(12)) {
            case 0 -> Arrays.fill(column, 0);
            case 1 -> Arrays.fill(column, 1);
            case 2 ->
                column = before.isEmpty()
                        ? column
                        : before.get(random.nextInt(before.size())).clone();
            case 3 -> Arrays.setAll(column, row -> 1e6 * random.nextGaussian());
            case 4 -> Arrays.setAll(column, row -> 1e-9 * random.nextGaussian());
            case 5, 6 -> column = wholeNumbers(rows);
            default -> Arrays.setAll(column, row -> random.nextGaussian());
        }
        return column;
    }

    private double[] wholeNumbers(int rows) {
        int end = 1 + random.nextInt(3);
        return random.ints(rows, -end, end + 1).asDoubleStream().toArray();
    }

    private double[] target(int kind, int rows) {
        double[] target = new double[rows];
        switch (kind) {
            case 0 -> Arrays.fill(target, random.nextInt(3) - 1);
            case 1 -> target = wholeNumbers(rows);
            case 2 -> Arrays.setAll(target, row -> 150 + 80 * random.nextGaussian());
            default -> Arrays.setAll(target, row -> 2 * random.nextGaussian());
        }
        return target;
    }

    private double[] classes(int kind, int rows, int outputs) {
        double[] classes = new double[rows];
        if (kind == 0) {
            Arrays.fill(classes, random.nextInt(outputs));
            return classes;
        }
        return random.ints(rows, 0, outputs).asDoubleStream().toArray();
    }

    private double[] weights(int kind, int rows) {
        double[] weights = new double[rows];
        Arrays.setAll(weights, row -> switch (kind) {
            case 2 -> 1 + random.nextInt(4);
            case 3 -> 0.01 + random.nextDouble();
            default -> Math.max(0, random.nextInt(5) - 1.5);
        });
        // Not all may be 0.
        weights[random.nextInt(rows)] = 1;
        return weights;
    }
}
