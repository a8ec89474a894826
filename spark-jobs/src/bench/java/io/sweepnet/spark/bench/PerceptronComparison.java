package io.sweepnet.spark.bench;

import dev.ludovic.netlib.blas.BLAS;
import io.sweepnet.loss.CrossEntropyLoss;
import io.sweepnet.loss.Loss;
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
import picocli.CommandLine.Option;

/**
 * Sweepnet's search beside what a Spark user has today, spark.ml's MultilayerPerceptronClassifier: seconds to the same training
 * error (share of the training rows given the wrong class), with the same hidden layers, on the same rows, on one master.
 */
@Command(name = "PerceptronComparison", sortOptions = false, showDefaultValues = true)
public final class PerceptronComparison implements Callable<Integer> {

    private static final int CORES = 2;

    /** Iterations after which the classifier's error is taken; those of its defaults are the errors to be reached. */
    private static final List<Integer> ITERATIONS = List.of(10, 25, 50, 100);

    /** More than a search makes before it gains no more or its time is over. */
    private static final int MAX_SWEEPS = 1000;

    private static final long DATA_SEED = 13;
    private static final int WARM_UP_ROWS = 10_000;
    private static final double WARM_UP_SECONDS = 2;

    @Option(names = "--rows", description = "Rows of the generated problem.")
    private int rows = 1_000_000;

    @Option(names = "--seeds", description = "Trainings of each kind on wdbc.")
    private int seeds = 5;

    @Option(names = "--generated-seeds", description = "Trainings of each kind on the generated problem.")
    private int generatedSeeds = 3;

    @Option(names = "--seconds", description = "Time after which a search on wdbc is ended.")
    private double seconds = 5;

    @Option(names = "--generated-seconds", description = "Time after which a search on the generated problem is ended.")
    private double generatedSeconds = 30;

    private PerceptronComparison() {}

    /** Prints a table for each problem. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PerceptronComparison()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Bench.session("local[" + CORES + "]", List.of())
                .config("spark.plugins", ChannelPlugin.class.getName())
                .getOrCreate()) {
            System.out.println("Linear algebra of spark.ml: "
                    + BLAS.getInstance().getClass().getSimpleName());
            compare(spark, ClassProblem.wdbc(), seeds, seconds);
            compare(spark, ClassProblem.generated(rows, DATA_SEED), generatedSeeds, generatedSeconds);
        }
        return 0;
    }

    private static void compare(SparkSession spark, ClassProblem problem, int seeds, double maxSeconds) {
        for (Contender contender : contenders(spark, problem.first(WARM_UP_ROWS), WARM_UP_SECONDS)) {
            contender.train(0);
        }
        List<Contender> contenders = contenders(spark, problem, maxSeconds);
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
        ComparisonTable.print(problem, ITERATIONS, contenders, traces);
    }

    /** The classifier with its defaults first. */
    private static List<Contender> contenders(SparkSession spark, ClassProblem problem, double maxSeconds) {
        List<Contender> contenders = new ArrayList<>(perceptrons(Perceptron.rows(spark, problem, CORES), problem));
        contenders.addAll(searches("driver", TimedSearch.driver(CORES), problem, maxSeconds));
        contenders.addAll(
                searches("candidates", TimedSearch.candidates(spark.sparkContext(), CORES), problem, maxSeconds));
        return contenders;
    }

    private static List<Contender> perceptrons(Dataset<Row> rows, ClassProblem problem) {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Perceptron("l-bfgs (default)", rows, Perceptron.settings(problem), ITERATIONS));
        contenders.add(new Perceptron(
                "l-bfgs, tol 1e-9", rows, Perceptron.settings(problem).setTol(1e-9), List.of(10, 25, 50, 100, 200)));
        for (double stepSize : new double[] {0.03, 1}) {
            MultilayerPerceptronClassifier descent =
                    Perceptron.settings(problem).setSolver("gd").setStepSize(stepSize);
            contenders.add(new Perceptron("gd, stepSize " + stepSize, rows, descent, ITERATIONS));
        }
        return contenders;
    }

    private static List<Contender> searches(
            String execution, TimedSearch.Place place, ClassProblem problem, double maxSeconds) {
        return List.of(
                search(execution, place, problem, new ZeroOneLoss(), Activation.STEP, maxSeconds),
                search(execution, place, problem, new ZeroOneLoss(), Activation.RELU, maxSeconds),
                search(execution, place, problem, new CrossEntropyLoss(), Activation.RELU, maxSeconds));
    }

    private static Contender search(
            String execution,
            TimedSearch.Place place,
            ClassProblem problem,
            Loss loss,
            Activation activation,
            double maxSeconds) {
        ModelSettings settings = ModelSettings.builder()
                .architecture(problem.architecture(activation))
                .loss(loss)
                .build();
        String name = String.join(", ", execution, loss.name(), activation.label());
        return new TimedSearch(name, problem.table(), settings, place, MAX_SWEEPS, maxSeconds);
    }
}
