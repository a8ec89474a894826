package io.sweepnet.search.kernel.piecewise.walk;

import io.sweepnet.network.Activation;
import io.sweepnet.network.ActivationPieces;
import io.sweepnet.network.Architecture;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.kernel.piecewise.pieces.BreakpointFilter;
import io.sweepnet.search.kernel.piecewise.pieces.HingeLoops;
import io.sweepnet.search.kernel.piecewise.pieces.LineTracer;
import io.sweepnet.search.kernel.piecewise.pieces.ParallelRowSums;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivationErrors;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;
import io.sweepnet.search.kernel.piecewise.pieces.Tiles;
import io.sweepnet.search.kernel.piecewise.pieces.UnitLines;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Sums of any loss made of pieces, row by row. Only rows that may differ from their straight lines around the current
 * value are followed from breakpoint to breakpoint.
 */
public final class WalkSums extends ParallelRowSums {

    private final Architecture architecture;
    private final PreActivations z;
    private final PreActivationErrors bounds;
    private final double[] weights;
    private final UnitLines lines;
    private final Work[] works;

    /** The unit of the parameter. */
    private int layer;

    private int unit;

    /** The pieces of the unit's activation. */
    private ActivationPieces pieces;

    private RowKind kind;

    /** Which rows have to be followed. */
    private enum RowKind {
        /**
         * All units from the parameter's layer on are continuous: rows that reach no kink have one line on each side.
         */
        CONTINUOUS,
        /** The parameter's unit jumps, and nothing changes until it does. */
        FLAT,
        /** A unit that jumps may come after units that move. */
        ANY
    }

    /**
     * Sums over the rows of the given pre-activations.
     *
     * @param parameters all parameters in flat order; read at every call
     * @param z the pre-activations at these parameters
     * @param bounds the error bounds of the current step
     * @param weights the weights of the rows, [row]
     * @param loss makes the losses of rows, one for each worker
     * @param workers threads that share the rows
     */
    public WalkSums(
            Architecture architecture,
            double[] parameters,
            PreActivations z,
            PreActivationErrors bounds,
            double[] weights,
            Supplier<PieceLoss> loss,
            Workers workers) {
        super(z.tiles(), workers);
        this.architecture = architecture;
        this.z = z;
        this.bounds = bounds;
        this.weights = weights;
        this.lines = new UnitLines(tiles(), architecture.outputSize());
        this.works = new Work[workers.threads()];
        Arrays.setAll(works, worker -> {
            PieceLoss pieceLoss = loss.get();
            return new Work(
                    new LineTracer(architecture, parameters, z, lines),
                    new RowWalk(architecture, parameters, z, bounds, pieceLoss),
                    pieceLoss,
                    architecture.outputSize());
        });
    }

    /** Work space of a worker, [row]. */
    private static final class Work {

        final LineTracer tracer;
        final RowWalk walk;
        final PieceLoss loss;
        final OutputLines outputs;
        final BreakpointFilter finder = new BreakpointFilter();
        final double[] input = new double[Tiles.ROWS];
        final double[] up = new double[Tiles.ROWS];
        final double[] down = new double[Tiles.ROWS];

        Work(LineTracer tracer, RowWalk walk, PieceLoss loss, int outputs) {
            this.tracer = tracer;
            this.walk = walk;
            this.loss = loss;
            this.outputs = new OutputLines(outputs);
        }
    }

    @Override
    protected void begin() {
        layer = parameter().layer();
        unit = parameter().unit();
        pieces = architecture.activation(layer).pieces().orElseThrow();
        kind = kind();
    }

    private RowKind kind() {
        if (HingeLoops.areContinuousFrom(architecture, layer)) {
            return RowKind.CONTINUOUS;
        }
        return pieces.areFlat() ? RowKind.FLAT : RowKind.ANY;
    }

    @Override
    protected boolean add(int part, int worker, PieceCollector collector) {
        Work work = works[worker];
        work.walk.begin(layer, unit, collector);
        for (int tile = tiles().firstTile(part); tile < tiles().firstTile(part + 1); tile++) {
            z.copyInput(parameter(), tile, work.input);
            work.walk.tile(tile);
            boolean isDone = switch (kind) {
                case CONTINUOUS -> addContinuous(work, tile);
                case FLAT -> addFlat(work, tile);
                case ANY -> addAll(work, tile);
            };
            if (!isDone) {
                return false;
            }
        }
        return true;
    }

    /** Follows the rows that may reach a kink; others have one line on each side. */
    private boolean addContinuous(Work work, int tile) {
        if (isNewUnit()) {
            work.tracer.trace(layer, unit, tile, true);
        }
        return addFound(work, tile, lines.up[tile], lines.down[tile], true);
    }

    /** Follows the rows in which the unit may reach a jump; others keep their outputs. */
    private boolean addFlat(Work work, int tile) {
        double[] own = z.of(layer, unit)[tile];
        double error = bounds.of(layer, unit);
        int rows = tiles().rows(tile);
        Arrays.fill(work.up, 0, rows, Double.MAX_VALUE);
        Arrays.fill(work.down, 0, rows, Double.MAX_VALUE);
        for (int index = 0; index < pieces.breakpointCount(); index++) {
            double breakpoint = pieces.breakpoint(index);
            for (int i = 0; i < rows; i++) {
                // A unit within its error bound of a jump may cross it in either direction.
                double distance = Math.abs(own[i] - breakpoint) - error;
                work.up[i] = own[i] < breakpoint || distance <= 0 ? Math.min(work.up[i], distance) : work.up[i];
                work.down[i] = own[i] >= breakpoint || distance <= 0 ? Math.min(work.down[i], distance) : work.down[i];
            }
        }
        return addFound(work, tile, work.up, work.down, false);
    }

    private boolean addFound(Work work, int tile, double[] up, double[] down, boolean isContinuous) {
        int rows = tiles().rows(tile);
        int count = work.finder.find(work.input, up, down, low(), high(), rows);
        int[] found = work.finder.found();
        int next = 0;
        for (int i = 0; i < rows; i++) {
            if (next < count && found[next] == i) {
                next++;
                if (!walk(work, tile, i)) {
                    return false;
                }
            } else {
                addLine(work, tile, i, isContinuous);
            }
        }
        return true;
    }

    private boolean addAll(Work work, int tile) {
        for (int i = 0; i < tiles().rows(tile); i++) {
            if (!walk(work, tile, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean walk(Work work, int tile, int i) {
        double weight = weights[tiles().from(tile) + i];
        return weight == 0 || work.walk.walk(i, work.input[i], weight, low(), high());
    }

    private void addLine(Work work, int tile, int i, boolean moves) {
        int row = tiles().from(tile) + i;
        if (weights[row] == 0) {
            return;
        }
        int last = architecture.layerCount() - 1;
        Activation activation = architecture.activation(last);
        double rate = moves ? work.input[i] * slope(z.of(layer, unit)[tile][i]) : 0;
        for (int o = 0; o < work.outputs.count(); o++) {
            work.outputs.at0[o] = activation.apply(z.of(last, o)[tile][i]);
            work.outputs.slope[o] = rate == 0 ? 0 : rate * outputSlope(o, tile, i);
        }
        work.outputs.isConstant = rate == 0;
        work.loss.beginRow(row, weights[row], work.outputs);
        if (rate != 0) {
            work.loss.beginSide(true);
            work.loss.addPiece(0, high(), work.outputs, 0);
            work.loss.beginSide(false);
            work.loss.addPiece(0, low(), work.outputs, 0);
        }
    }

    /** Returns the slope of the unit's activation at a pre-activation. */
    private double slope(double value) {
        return pieces.slope(pieces.piece(value));
    }

    /** Returns the slope of an output in the unit's activation. */
    private double outputSlope(int o, int tile, int i) {
        if (layer == architecture.layerCount() - 1) {
            return o == unit ? 1 : 0;
        }
        return lines.slopes[o][tile][i];
    }
}
