package io.sweepnet.data;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Tables for the tests of this package. */
final class TestTables {

    private TestTables() {}

    /** A weighted table of classes with many rows of the same content. */
    static Dataset random(int rows, long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[5][rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = random.nextInt(4) / 3.0;
            columns[1][row] = random.nextBoolean() ? 0.0 : -0.0;
            columns[2][row] = row % 3 == 0 ? 1e8 + random.nextInt(3) : random.nextInt(3);
            columns[3][row] = random.nextInt(2);
            columns[4][row] = 1 + random.nextInt(2);
        }
        return ofColumns(columns);
    }

    /** The rows of a table in another order of reading. */
    static Dataset reordered(Dataset table, int[] order) {
        double[][] columns = new double[5][order.length];
        for (int row = 0; row < order.length; row++) {
            for (int i = 0; i < 3; i++) {
                columns[i][row] = table.features()[i][order[row]];
            }
            columns[3][row] = table.targets()[0][order[row]];
            columns[4][row] = table.weight(order[row]);
        }
        return ofColumns(columns);
    }

    /** An order of 0 .. size-1 by seed. */
    static int[] shuffled(int size, long seed) {
        Random random = new Random(seed);
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    static double[] weights(Dataset table) {
        double[] weights = new double[table.rows()];
        Arrays.setAll(weights, table::weight);
        return weights;
    }

    static int[] positions(Dataset table) {
        int[] positions = new int[table.rows()];
        Arrays.setAll(positions, table::position);
        return positions;
    }

    private static Dataset ofColumns(double[][] columns) {
        return Dataset.builder()
                .feature("sepal.length", columns[0])
                .feature("zero", columns[1])
                .feature("größe", columns[2])
                .target("kind", columns[3])
                .classes(List.of("no", "yes"))
                .weights(columns[4])
                .build();
    }
}
