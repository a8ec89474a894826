package io.sweepnet.bench;

import io.sweepnet.network.Architecture;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The bound of a piecewise sweep: reading the columns that it has to read ({@link Costs#columns}) and nothing else. A
 * column is copied tile by tile to one that stays in the L1 cache, by {@link System#arraycopy}: C2 vectorises no loop over
 * two arrays at indices that differ by a variable, since the arrays could be one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StreamReadBenchmark {

    private static final int TILE = 512;

    /** See {@link Problem}. */
    @Param({
        "442:10-5-4-1:100",
        "10000:10-5-4-1:100",
        "1000000:10-5-4-1:100",
        "10000:64-32-10:100",
        "100000:20-64-64-1:100"
    })
    public String problem;

    private final double[] tile = new double[TILE];

    /** Features, pre-activations of the hidden units layer by layer, residuals: [column][row]. */
    private double[][] columns;

    /** Of each pass over the rows, which columns it reads. */
    private int[][] passes;

    /** Makes the columns. */
    @Setup
    public void setUp() {
        Problem what = Problem.of(problem);
        Architecture architecture = what.architecture("identity");
        int last = architecture.layerCount() - 1;
        int hidden = 0;
        for (int layer = 0; layer < last; layer++) {
            hidden += architecture.units(layer);
        }
        columns = new double[architecture.inputSize() + hidden + architecture.outputSize()][what.rows()];
        for (double[] column : columns) {
            Arrays.fill(column, 1);
        }
        int below = architecture.weightOffset(last);
        passes = new int[below + 1][];
        for (int i = 0; i < below; i++) {
            passes[i] = lastColumns(Costs.columns(architecture, architecture.parameterIndex(i)), i);
        }
        passes[below] = lastColumns(architecture.inputs(last) + architecture.outputSize(), 0);
    }

    /** Some columns from the end; which ones does not matter, as long as they change as the search goes on. */
    private int[] lastColumns(int count, int shift) {
        int[] read = new int[count];
        for (int i = 0; i < count; i++) {
            read[i] = Math.floorMod(columns.length - count + i - shift, columns.length);
        }
        return read;
    }

    /** The reads of a sweep. */
    @Benchmark
    public double[] sweep() {
        for (int[] pass : passes) {
            read(pass);
        }
        return tile;
    }

    private void read(int[] pass) {
        int rows = columns[0].length;
        for (int from = 0; from < rows; from += TILE) {
            int count = Math.min(TILE, rows - from);
            for (int column : pass) {
                System.arraycopy(columns[column], from, tile, 0, count);
            }
        }
    }
}
