package io.sweepnet.search.kernel.piecewise.squared;

import io.sweepnet.network.Architecture;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.kernel.piecewise.pieces.BranchFree;
import io.sweepnet.search.kernel.piecewise.pieces.BreakpointFilter;
import io.sweepnet.search.kernel.piecewise.pieces.LineTracer;
import io.sweepnet.search.kernel.piecewise.pieces.ParallelRowSums;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivationErrors;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;
import io.sweepnet.search.kernel.piecewise.pieces.Tiles;
import io.sweepnet.search.kernel.piecewise.pieces.UnitLines;
import io.sweepnet.search.kernel.piecewise.pieces.WeightedTargets;
import io.sweepnet.search.kernel.piecewise.walk.ResidualPieceLoss;
import io.sweepnet.search.kernel.piecewise.walk.RowWalk;
import java.util.Arrays;

/**
 * Sums of squared errors for parameters from whose layer on no unit jumps. The lines around the current value are
 * summed column by column; only rows that may reach a breakpoint in the range are processed one by one.
 */
public final class SquaredErrorSums extends ParallelRowSums {

    private final Architecture architecture;
    private final PreActivations z;
    private final WeightedTargets table;
    private final UnitLines lines;
    private final Work[] works;

    /** The sum of weighted squared residuals of each part. */
    private final double[] squares;

    /** The unit of the parameter. */
    private int layer;

    private int unit;
    private boolean canReachKink;
    private boolean isShallow;

    /**
     * Sums over the rows of the given pre-activations.
     *
     * @param parameters all parameters in flat order; read at every call
     * @param z the pre-activations at these parameters
     * @param targets targets, [output][row]
     * @param table the same targets by tiles, and weights
     * @param bounds the error bounds of the current step
     * @param workers threads that share the rows
     */
    public SquaredErrorSums(
            Architecture architecture,
            double[] parameters,
            PreActivations z,
            double[][] targets,
            WeightedTargets table,
            PreActivationErrors bounds,
            Workers workers) {
        super(z.tiles(), workers);
        this.architecture = architecture;
        this.z = z;
        this.table = table;
        this.lines = new UnitLines(tiles(), table.outputs());
        this.squares = new double[tiles().parts()];
        this.works = new Work[workers.threads()];
        Arrays.setAll(
                works,
                worker -> new Work(
                        new LineTracer(architecture, parameters, z, lines),
                        new ShallowHinges(architecture, parameters, z, lines, table),
                        new RowWalk(architecture, parameters, z, bounds, ResidualPieceLoss.ofSquareChanges(targets))));
    }

    /** Work space of a worker, [row]. */
    private static final class Work {

        final LineTracer tracer;
        final ShallowHinges hinges;
        final RowWalk walk;
        final BreakpointFilter finder = new BreakpointFilter();
        final double[] input = new double[Tiles.ROWS];
        final double[] firsts = new double[Tiles.ROWS];
        final double[] seconds = new double[Tiles.ROWS];

        Work(LineTracer tracer, ShallowHinges hinges, RowWalk walk) {
            this.tracer = tracer;
            this.hinges = hinges;
            this.walk = walk;
        }
    }

    @Override
    protected void begin() {
        layer = parameter().layer();
        unit = parameter().unit();
        canReachKink = false;
        for (int l = layer; l < architecture.layerCount(); l++) {
            canReachKink |= !architecture.activation(l).isIdentity();
        }
        isShallow = ShallowHinges.serves(architecture, layer);
    }

    @Override
    protected boolean add(int part, int worker, PieceCollector collector) {
        Work work = works[worker];
        if (isNewUnit()) {
            squares[part] = 0;
        }
        if (isShallow) {
            work.hinges.begin(layer, unit, low(), high(), collector);
        } else {
            work.walk.begin(layer, unit, collector);
        }
        int width = 0;
        for (int tile = tiles().firstTile(part); tile < tiles().firstTile(part + 1); tile++) {
            if (isNewUnit()) {
                work.tracer.trace(layer, unit, tile, !isShallow);
                squares[part] += work.tracer.sumSquares(table);
            }
            z.copyInput(parameter(), tile, work.input);
            width = addLines(work, tile, width);
            if (canReachKink && !addRowsWithKinks(work, tile)) {
                return false;
            }
        }
        collector.add(squares[part], BranchFree.sum(work.firsts, width), BranchFree.sum(work.seconds, width));
        return true;
    }

    /**
     * Sums the lines around the current value, adding rows with the same position in their tiles.
     *
     * @param width the largest number of rows of the part's earlier tiles; 0 for the first
     * @return the largest number of rows, including this tile
     */
    private int addLines(Work work, int tile, int width) {
        int rows = tiles().rows(tile);
        double[] input = work.input;
        double[] firsts = work.firsts;
        double[] seconds = work.seconds;
        double[] lineFirst = lines.first[tile];
        double[] lineSecond = lines.second[tile];
        if (width == 0) {
            for (int i = 0; i < rows; i++) {
                firsts[i] = input[i] * lineFirst[i];
            }
            for (int i = 0; i < rows; i++) {
                seconds[i] = input[i] * input[i] * lineSecond[i];
            }
        } else {
            if (width < rows) {
                Arrays.fill(firsts, width, rows, 0);
                Arrays.fill(seconds, width, rows, 0);
            }
            for (int i = 0; i < rows; i++) {
                firsts[i] += input[i] * lineFirst[i];
            }
            for (int i = 0; i < rows; i++) {
                seconds[i] += input[i] * input[i] * lineSecond[i];
            }
        }
        return Math.max(width, rows);
    }

    private boolean addRowsWithKinks(Work work, int tile) {
        if (isShallow) {
            work.hinges.add(tile, work.input);
            return true;
        }
        int count = work.finder.find(work.input, lines.up[tile], lines.down[tile], low(), high(), tiles().rows(tile));
        int[] found = work.finder.found();
        work.walk.tile(tile);
        for (int c = 0; c < count; c++) {
            int i = found[c];
            double weight = table.weight(tile, i);
            if (weight != 0 && !work.walk.walk(i, work.input[i], weight, low(), high())) {
                return false;
            }
        }
        return true;
    }
}
