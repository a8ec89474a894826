package io.sweepnet.spark.bench;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Two classes to tell apart.
 *
 * @param name what it is known by
 * @param table rows in canonical order, features standardised
 * @param hidden units of each hidden layer of the networks that are to learn it
 */
record ClassProblem(String name, Dataset table, List<Integer> hidden) {

    private static final Path WDBC = Path.of("src/bench/resources/wdbc.csv");

    private static final int FEATURES = 20;

    /** Of the generated problem, how many labels are wrong, so that no network of its size can do much better. */
    private static final double FLIPPED = 0.05;

    private static final List<Integer> HIDDEN = List.of(8);

    /** Whether a breast mass is benign (0) or malignant (1): see README.md beside the table. */
    static ClassProblem wdbc() throws IOException {
        List<String> lines = Files.readAllLines(WDBC);
        int features = lines.get(0).split(",", -1).length - 1;
        double[][] columns = new double[features][lines.size() - 1];
        double[] classes = new double[lines.size() - 1];
        for (int row = 0; row < classes.length; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            for (int i = 0; i < features; i++) {
                columns[i][row] = Double.parseDouble(cells[i]);
            }
            classes[row] = cells[features].equals("malignant") ? 1 : 0;
        }
        return of("wdbc", columns, classes);
    }

    /**
     * Independent uniform features x0 to x19, of which five tell the class: 1 where x0 x1 + x2^2 - x3^2 + x4 / 2 > 0, but for
     * the labels that are flipped.
     */
    static ClassProblem generated(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[FEATURES][rows];
        double[] classes = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (double[] column : x) {
                column[row] = Math.sqrt(3) * (2 * random.nextDouble() - 1);
            }
            double score = x[0][row] * x[1][row] + x[2][row] * x[2][row] - x[3][row] * x[3][row] + 0.5 * x[4][row];
            boolean flipped = random.nextDouble() < FLIPPED;
            classes[row] = score > 0 ^ flipped ? 1 : 0;
        }
        return of("generated", x, classes);
    }

    private static ClassProblem of(String name, double[][] features, double[] classes) {
        Dataset.Builder raw = Dataset.builder();
        for (int i = 0; i < features.length; i++) {
            raw.feature("x" + i, features[i]);
        }
        Dataset table =
                raw.target("class", classes).classes(List.of("0", "1")).build().canonical();
        Dataset standardised =
                FeatureScaling.fit(FeatureScaling.Kind.STANDARD, table).apply(table);
        return new ClassProblem(name, standardised, HIDDEN);
    }

    /** The same with its first rows alone, if it has more. */
    ClassProblem first(int rows) {
        int[] indices = IntStream.range(0, Math.min(rows, table.rows())).toArray();
        return new ClassProblem(name, table.rows(indices), hidden);
    }

    /** A network for it whose hidden units all apply the same; an output for each class. */
    Architecture architecture(Activation activation) {
        return Architecture.of(table.features().length, hidden, 2, Collections.nCopies(hidden.size(), activation));
    }
}
