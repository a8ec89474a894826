package io.sweepnet;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.LossDefinition;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Grid;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.EvaluatorRunner;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small problem made from a seed: initial parameters in -2 .. 2, features in -2 .. 2 (every other a whole number, so
 * that rows meet kinks and jumps exactly), targets in -3 .. 3 or class indices. Its text tells how to make it again.
 */
public record RandomProblem(Architecture architecture, Loss loss, int rows, boolean weighted, long seed) {

    /** The names of all losses, those with parameters also with numbers for them; a new loss is found here by itself. */
    public static List<String> lossNames() {
        Stream<String> names = Losses.definitions().stream().map(LossDefinition::name);
        Stream<String> withNumbers = Losses.definitions().stream()
                .filter(definition -> !definition.parameters().isEmpty())
                .map(definition -> definition.name()
                        + definition.parameters().stream()
                                .map(parameter -> "0.75")
                                .collect(Collectors.joining(", ", "(", ")")));
        return Stream.concat(names, withNumbers).toList();
    }

    /** The initial parameters. */
    public Parameters parameters() {
        double[] flat =
                new Random(seed).doubles(architecture.parameterCount(), -2, 2).toArray();
        return Parameters.of(architecture, flat);
    }

    /** The table, in canonical order. */
    public Dataset dataset() {
        Random random = new Random(~seed);
        Dataset.Builder builder = Dataset.builder();
        for (int i = 0; i < architecture.inputSize(); i++) {
            double[] column = random.doubles(rows, -2, 2).toArray();
            if (i % 2 == 1) {
                Arrays.setAll(column, row -> Math.rint(column[row]));
            }
            builder.feature("x" + i, column);
        }
        int outputs = architecture.outputSize();
        for (int i = 0; i < loss.targetColumns(outputs); i++) {
            builder.target(
                    "y" + i,
                    loss.isForClasses()
                            ? random.ints(rows, 0, outputs).asDoubleStream().toArray()
                            : random.doubles(rows, -3, 3).toArray());
        }
        if (weighted) {
            double[] weights = random.doubles(rows, 0, 2).toArray();
            for (int row = 2; row < rows; row += 5) {
                weights[row] = 0;
            }
            builder.weights(weights);
        }
        return builder.build().canonical();
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + architecture + ", loss " + loss.name() + ", " + rows
                + (weighted ? " weighted rows" : " rows");
    }

    /** Returns what a search of three sweeps finds: the parameters, their loss, and how many candidates it evaluated. */
    public List<Object> searched(Kernel kernel, Ties ties) {
        Grid grid = Grid.of(-3, 3, 25);
        SearchSettings settings = new SearchSettings(
                new SearchSpace(grid, grid), ParameterOrder.OUTPUT_FIRST, ties, true, new StopRule(3, 0, 3), seed);
        try (CandidateEvaluator evaluator = kernel.create(parameters(), dataset(), loss)) {
            CoordinateSearch search = new CoordinateSearch(settings, parameters(), evaluator.loss());
            EvaluatorRunner.play(search, evaluator, SearchListener.NONE, () -> false);
            return List.of(search.parameters(), search.loss(), search.candidateEvaluations());
        }
    }
}
