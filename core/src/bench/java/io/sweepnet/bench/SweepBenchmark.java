package io.sweepnet.bench;

import io.sweepnet.data.Dataset;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Parameters;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Time of a sweep of coordinate search over all parameters, output layer first, candidates from -5 to 5. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class SweepBenchmark {

    private static final String AUTO = "auto";
    private static final String ALL = "all";

    /** Forward passes of a row times its multiply-adds that {@link #AUTO} allows a sweep of the direct kernel. */
    private static final double MOST_MULTIPLY_ADDS = 1e11;

    private static final int FEWEST_STEPS = 8;

    /** See {@link Kernel#of}. */
    @Param({"direct", "incremental", "piecewise", "exact"})
    public String kernel;

    /** See {@link Problem}. */
    @Param({
        "442:10-5-4-1:100",
        "10000:10-5-4-1:100",
        "1000000:10-5-4-1:100",
        "10000:64-32-10:100",
        "100000:20-64-64-1:100"
    })
    public String problem;

    @Param({"relu", "tanh"})
    public String activation;

    @Param({"unit-norm", "standard"})
    public String scaling;

    /** Steps made of a sweep: a number, {@code all}, or {@code auto}: as many as let the direct kernel end in minutes. */
    @Param(AUTO)
    public String steps;

    private SweepRun run;

    /** What is counted beside the calls: JMH gives the time of each. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Whole sweeps: the part of a sweep that was made. */
        public double sweeps;

        /** Steps. */
        public double steps;
    }

    /** Makes the data and the search. */
    @Setup(Level.Trial)
    public void setUp() {
        Problem what = Problem.of(problem);
        Dataset dataset = Tables.of(what, scaling);
        Parameters initial = initial(what, activation);
        run = new SweepRun(Kernel.of(kernel, what.candidates()), initial, dataset, steps(what, initial.count()));
    }

    /** Random parameters between -5 and 5. */
    static Parameters initial(Problem problem, String activation) {
        return ModelSettings.builder()
                .architecture(problem.architecture(activation))
                .build()
                .initialParameters();
    }

    private int steps(Problem what, int parameters) {
        return switch (steps) {
            case ALL -> parameters;
            case AUTO -> {
                double ofAStep = (double) what.rows() * (what.candidates() + 1) * parameters;
                yield (int) Math.min(parameters, Math.max(FEWEST_STEPS, MOST_MULTIPLY_ADDS / ofAStep));
            }
            default -> Integer.parseInt(steps);
        };
    }

    /** Ends the search. */
    @TearDown(Level.Trial)
    public void tearDown() {
        run.close();
    }

    /** A sweep, or the steps of it that are made; counter {@code sweeps} scales it to a whole one. */
    @Benchmark
    public double sweep(Counters counters) {
        double result = run.sweep();
        counters.sweeps += run.share();
        counters.steps += run.stepsPerSweep();
        return result;
    }

    /** A step; for the gc profiler, whose bytes are those of a call. */
    @Benchmark
    public double step() {
        return run.step();
    }
}
