package io.sweepnet.spark.bench;

import dev.ludovic.netlib.blas.BLAS;
import io.sweepnet.loss.CrossEntropyLoss;
import io.sweepnet.loss.ZeroOneLoss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Activation;
import io.sweepnet.spark.channel.ChannelPlugin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Sweepnet's search beside what a Spark user has today, spark.ml's MultilayerPerceptronClassifier: seconds to the same training
 * error (share of the training rows given the wrong class), with the same hidden layers, on the same rows, on one master.
 */
@Command(name = "PerceptronComparison", sortOptions = false, showDefaultValues = true)
public final class PerceptronComparison implements Callable<Integer> {

    private static final int CORES = 2;

    /** Iterations after which the classifier's error is taken; those of its defaults are the errors to be reached. */
    private static final List<Integer> ITERATIONS = List.of(10, 25, 50, 100);

    /** Fewer, since of a million rows each takes long. */
    private static final List<Integer> GENERATED_ITERATIONS = List.of(10, 25, 50);

    /** Where each has to be evaluated by itself. */
    private static final int FEW_CANDIDATES = 20;

    /** More than a search makes before it gains no more or its time is over. */
    private static final int MAX_SWEEPS = 1000;

    private static final int LEAST_ROWS = 100;
    private static final long DATA_SEED = 13;
    private static final int WARM_UP_ROWS = 20_000;
    private static final double WARM_UP_SECONDS = 2;

    @Option(names = "--rows", description = "Rows of the generated problem.")
    private int rows = 1_000_000;

    @Option(names = "--seeds", description = "Trainings of each kind on wdbc; 0 leaves it out.")
    private int seeds = 5;

    @Option(
            names = "--generated-seeds",
            description = "Trainings of each kind on the generated problem; 0 leaves it out.")
    private int generatedSeeds = 3;

    @Option(names = "--seconds", description = "Time after which a search on wdbc is ended.")
    private double seconds = 5;

    @Option(names = "--generated-seconds", description = "Time after which a search on the generated problem is ended.")
    private double generatedSeconds = 35;

    @Spec
    private CommandSpec command;

    private PerceptronComparison() {}

    /** Prints a table for each problem. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PerceptronComparison()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (rows < LEAST_ROWS) {
            throw new ParameterException(
                    command.commandLine(),
                    "--rows " + rows + ": at least " + LEAST_ROWS + ", so that both classes occur");
        }
        try (SparkSession spark = Bench.session("local[" + CORES + "]", List.of())
                .config("spark.plugins", ChannelPlugin.class.getName())
                .getOrCreate()) {
            System.out.println(
                    "Timed: of spark.ml fit, on rows that Spark has cached, a training of its own for each number of"
                            + " iterations; of the search all from the rows in memory on, with what it hands to Spark's tasks.\n"
                            + "Not timed: the session's start, reading, standardising, canonical order, caching, a first training to"
                            + " warm up, and taking the errors.\n"
                            + "Linear algebra of spark.ml: "
                            + BLAS.getInstance().getClass().getSimpleName());
            if (seeds > 0) {
                compare(
                        ClassProblem.wdbc(),
                        ITERATIONS,
                        (problem, limit) -> onWdbc(spark, problem, limit),
                        seeds,
                        seconds);
            }
            if (generatedSeeds > 0) {
                compare(
                        ClassProblem.generated(rows, DATA_SEED),
                        GENERATED_ITERATIONS,
                        (problem, limit) -> onGenerated(spark, problem, limit),
                        generatedSeeds,
                        generatedSeconds);
            }
        }
        return 0;
    }

    /** Makes those that learn a problem, the classifier with its defaults first. */
    @FunctionalInterface
    private interface Contenders {
        List<Contender> of(ClassProblem problem, double maxSeconds);
    }

    private static void compare(
            ClassProblem problem, List<Integer> iterations, Contenders kinds, int seeds, double maxSeconds) {
        for (Contender contender : kinds.of(problem.first(WARM_UP_ROWS), WARM_UP_SECONDS)) {
            contender.train(0);
        }
        List<Contender> contenders = kinds.of(problem, maxSeconds);
        List<List<ErrorTrace>> traces = new ArrayList<>();
        contenders.forEach(contender -> traces.add(new ArrayList<>()));
        // Seed by seed, so that whatever slows the machine for a while slows all.
        for (int seed = 1; seed <= seeds; seed++) {
            for (int i = 0; i < contenders.size(); i++) {
                ErrorTrace trace = contenders.get(i).train(seed);
                traces.get(i).add(trace);
                System.err.printf(
                        Locale.ROOT,
                        "%s, seed %d, %s: %.3f %% after %.2f s%n",
                        problem.name(),
                        seed,
                        contenders.get(i).name(),
                        100 * trace.lowestError(),
                        trace.seconds());
            }
        }
        ComparisonTable.print(problem, iterations, contenders, traces);
    }

    private static List<Contender> onWdbc(SparkSession spark, ClassProblem problem, double maxSeconds) {
        Dataset<Row> rows = Perceptron.rows(spark, problem, CORES);
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Perceptron("spark.ml, l-bfgs", rows, Perceptron.settings(problem), ITERATIONS));
        contenders.add(new Perceptron(
                "spark.ml, l-bfgs, tol 1e-9",
                rows,
                Perceptron.settings(problem).setTol(1e-9),
                List.of(10, 25, 50, 100, 200)));
        contenders.add(descent(rows, problem, 0.03));
        contenders.add(descent(rows, problem, 1));
        for (Execution execution : executions(spark)) {
            contenders.add(zeroOne(execution, problem, Activation.STEP, maxSeconds));
            contenders.add(zeroOne(execution, problem, Activation.RELU, maxSeconds));
            contenders.add(crossEntropy(execution, problem, maxSeconds));
        }
        return contenders;
    }

    /** Fewer, since each takes a minute; where one pass over the rows serves all candidates, there is no use in splitting them. */
    private static List<Contender> onGenerated(SparkSession spark, ClassProblem problem, double maxSeconds) {
        Dataset<Row> rows = Perceptron.rows(spark, problem, CORES);
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Perceptron("spark.ml, l-bfgs", rows, Perceptron.settings(problem), GENERATED_ITERATIONS));
        Execution driver = executions(spark).get(0);
        contenders.add(zeroOne(driver, problem, Activation.STEP, maxSeconds));
        contenders.add(zeroOne(driver, problem, Activation.RELU, maxSeconds));
        for (Execution execution : executions(spark)) {
            contenders.add(crossEntropy(execution, problem, maxSeconds));
        }
        return contenders;
    }

    /** The other solver, which alone knows a step size. */
    private static Contender descent(Dataset<Row> rows, ClassProblem problem, double stepSize) {
        MultilayerPerceptronClassifier settings =
                Perceptron.settings(problem).setSolver("gd").setStepSize(stepSize);
        return new Perceptron("spark.ml, gd, stepSize " + stepSize, rows, settings, ITERATIONS);
    }

    /** Where a search runs. */
    private record Execution(String name, TimedSearch.Place place) {}

    private static List<Execution> executions(SparkSession spark) {
        return List.of(
                new Execution("driver, " + CORES + " threads", TimedSearch.driver(CORES)),
                new Execution("candidates", TimedSearch.candidates(spark.sparkContext())));
    }

    private static Contender zeroOne(
            Execution execution, ClassProblem problem, Activation activation, double maxSeconds) {
        ModelSettings.Builder settings = ModelSettings.builder()
                .architecture(problem.architecture(activation))
                .loss(new ZeroOneLoss());
        return search(execution, problem, settings.build(), "zero-one, " + activation.label(), maxSeconds);
    }

    private static Contender crossEntropy(Execution execution, ClassProblem problem, double maxSeconds) {
        ModelSettings.Builder settings = ModelSettings.builder()
                .architecture(problem.architecture(Activation.RELU))
                .loss(new CrossEntropyLoss())
                .rangeSizes(FEW_CANDIDATES, FEW_CANDIDATES);
        return search(
                execution,
                problem,
                settings.build(),
                "cross-entropy, relu, " + FEW_CANDIDATES + " candidates",
                maxSeconds);
    }

    private static Contender search(
            Execution execution, ClassProblem problem, ModelSettings settings, String name, double maxSeconds) {
        return new TimedSearch(
                "search, " + execution.name() + ", " + name,
                problem.table(),
                settings,
                execution.place(),
                MAX_SWEEPS,
                maxSeconds);
    }
}
