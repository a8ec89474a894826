package io.sweepnet.bench;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table, a network and a loss, written {@code TABLE,SIZES,ACTIVATION,LOSS}: {@code conf/data/iris.csv,4-8-3,relu,cross-entropy}.
 * The table is a CSV file, its target in the last column, or a number of rows of {@link Tables#of}; features are
 * standardised. A parameter has 100 candidates from -5 to 5.
 */
final class ScheduleProblem {

    private static final Grid CANDIDATES = Grid.of(-5, 5, 100);

    private final String name;
    private final Dataset table;
    private final ModelSettings settings;

    private ScheduleProblem(String name, Dataset table, ModelSettings settings) {
        this.name = name;
        this.table = table;
        this.settings = settings;
    }

    static ScheduleProblem of(String text) throws IOException {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("a problem is TABLE,SIZES,ACTIVATION,LOSS, got '" + text + "'");
        }
        Loss loss = Losses.of(parts[3]);
        Problem sizes;
        Dataset table;
        if (parts[0].endsWith(".csv")) {
            Dataset raw = read(Path.of(parts[0]), loss.isForClasses());
            table = FeatureScaling.fit(FeatureScaling.Kind.of("standard"), raw).apply(raw);
            sizes = Problem.of(table.rows() + ":" + parts[1] + ":100");
        } else {
            sizes = Problem.of(parts[0] + ":" + parts[1] + ":100");
            table = Tables.of(sizes, "standard");
        }
        ModelSettings settings = ModelSettings.builder()
                .architecture(sizes.architecture(parts[2]))
                .loss(loss)
                .build();
        String file = parts[0].substring(parts[0].lastIndexOf('/') + 1);
        return new ScheduleProblem(file + " " + parts[1] + " " + parts[2] + " " + parts[3], table, settings);
    }

    private static Dataset read(Path file, boolean isForClasses) throws IOException {
        List<String[]> rows = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        int last = rows.get(0).length - 1;
        double[][] features = new double[last][];
        for (int i = 0; i < last; i++) {
            int column = i;
            features[i] = rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row[column]))
                    .toArray();
        }
        List<String> labels =
                rows.stream().map(row -> row[last]).distinct().sorted().toList();
        return Dataset.of(
                features,
                rows.stream()
                        .mapToDouble(row -> isForClasses ? labels.indexOf(row[last]) : Double.parseDouble(row[last]))
                        .toArray());
    }

    String name() {
        return name;
    }

    Dataset table() {
        return table;
    }

    Architecture architecture() {
        return settings.architecture();
    }

    Loss loss() {
        return settings.loss();
    }

    /** What is fastest here. */
    Kernel kernel() {
        return Kernel.fastest(architecture(), loss());
    }

    /** Whether fewer candidates are less work: for the piecewise kernel it is the same pass over the rows. */
    boolean isSplit() {
        return kernel() != Kernel.PIECEWISE;
    }

    Ties ties() {
        return settings.ties();
    }

    Grid candidates() {
        return CANDIDATES;
    }

    Parameters initial(long seed) {
        return settings.toBuilder().seed(seed).build().initialParameters();
    }

    /** The parameters from the output layer back, as a sweep visits them. */
    List<ParameterIndex> outputFirst() {
        Architecture architecture = architecture();
        List<ParameterIndex> order = new ArrayList<>();
        for (int layer = architecture.layerCount() - 1; layer >= 0; layer--) {
            for (int i = architecture.weightOffset(layer); i < architecture.weightOffset(layer + 1); i++) {
                order.add(architecture.parameterIndex(i));
            }
        }
        return order;
    }
}
