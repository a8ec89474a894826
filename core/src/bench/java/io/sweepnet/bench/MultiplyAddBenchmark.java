package io.sweepnet.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The bound of an incremental sweep: the most multiply-adds a second that C2's vectorised loops make on data in the L1
 * cache. An incremental sweep has {@link Costs#multiplyAdds} of them to make.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MultiplyAddBenchmark {

    private static final int SIZE = 1024;

    /** Multiply-adds on each number between its load and its store. */
    private static final int CHAIN = 16;

    private final double[] numbers = new double[SIZE];

    /** Not constants, so that no chain is folded. */
    private double factor = 0.5;

    private double addend = 1;

    /** Fused: rounded once. */
    @Benchmark
    @OperationsPerInvocation(SIZE * CHAIN)
    public double[] fused() {
        double[] x = numbers;
        double f = factor;
        double a = addend;
        for (int i = 0; i < SIZE; i++) {
            double y = x[i];
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            y = Math.fma(y, f, a);
            x[i] = y;
        }
        return x;
    }

    /** Rounded twice, as the direct rule has it and as every kernel that keeps its bits must. */
    @Benchmark
    @OperationsPerInvocation(SIZE * CHAIN)
    public double[] separate() {
        double[] x = numbers;
        double f = factor;
        double a = addend;
        for (int i = 0; i < SIZE; i++) {
            double y = x[i];
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            y = y * f + a;
            x[i] = y;
        }
        return x;
    }
}
