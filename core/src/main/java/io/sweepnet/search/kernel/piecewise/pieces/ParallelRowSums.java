package io.sweepnet.search.kernel.piecewise.pieces;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.parallel.Workers;
import java.util.Arrays;

/**
 * Sums the losses of all rows on every piece of a parameter's range. For candidates, idle workers sum parts of the
 * rows, and the sums of the parts are added in a fixed order. For a continuous range the calling thread sums all parts,
 * one after the other.
 */
public abstract class ParallelRowSums {

    private final Tiles tiles;
    private final Workers workers;

    /** The sums of each part, where there are several parts. */
    private final PiecewiseQuadratic[] sums;

    private final boolean[] isDone;
    private final Workers.Part addPart = this::addPart;

    /** The parameter of the current step; null if nothing computed before is valid. */
    private ParameterIndex parameter;

    private boolean isNewUnit;

    private SortedCandidates candidates;
    private double low;
    private double high;

    /** Sums over the rows of the given tiles, in the threads of the given workers. */
    protected ParallelRowSums(Tiles tiles, Workers workers) {
        this.tiles = tiles;
        this.workers = workers;
        this.sums = new PiecewiseQuadratic[tiles.parts()];
        Arrays.setAll(sums, part -> new PiecewiseQuadratic());
        this.isDone = new boolean[sums.length];
    }

    /**
     * Sets {@code total} to the sum of all rows.
     *
     * @return false where a row has too many pieces
     */
    public final boolean add(ParameterIndex parameter, SortedCandidates candidates, PiecewiseQuadratic total) {
        this.candidates = candidates;
        double[] distances = candidates.distances();
        total.begin(candidates);
        begin(parameter, Math.min(0, distances[0]), Math.max(0, distances[candidates.count() - 1]));
        if (sums.length == 1) {
            return forgetUnlessDone(add(0, 0, total));
        }
        workers.run(sums.length, addPart);
        boolean areDone = true;
        for (int part = 0; part < sums.length; part++) {
            areDone &= isDone[part];
            total.add(sums[part]);
        }
        return forgetUnlessDone(areDone);
    }

    /**
     * Invalidates incomplete results. This is done here, since other workers may still read them before all parts are
     * done.
     */
    private boolean forgetUnlessDone(boolean areDone) {
        if (!areDone) {
            forget();
        }
        return areDone;
    }

    /**
     * Adds all rows, part by part, in the calling thread.
     *
     * @param low end of the range, at or below 0, as a distance from the current value
     * @param high end at or above 0
     * @return false where a row has too many pieces
     */
    public final boolean addAll(ParameterIndex parameter, double low, double high, PieceCollector collector) {
        begin(parameter, low, high);
        boolean areDone = true;
        for (int part = 0; part < sums.length; part++) {
            areDone = areDone && add(part, 0, collector);
        }
        return forgetUnlessDone(areDone);
    }

    private void begin(ParameterIndex parameter, double low, double high) {
        isNewUnit = this.parameter == null
                || this.parameter.layer() != parameter.layer()
                || this.parameter.unit() != parameter.unit();
        this.parameter = parameter;
        this.low = low;
        this.high = high;
        begin();
    }

    private void addPart(int part, int worker) {
        sums[part].begin(candidates);
        isDone[part] = add(part, worker, sums[part]);
    }

    /** Begins a step: {@link #parameter}, {@link #low} and {@link #high} are set. */
    protected abstract void begin();

    /** Adds the rows of a part; returns false where a row has too many pieces. */
    protected abstract boolean add(int part, int worker, PieceCollector collector);

    /** Invalidates everything computed for earlier steps, as after a move. */
    public final void forget() {
        parameter = null;
    }

    /** Returns the tiles of the rows. */
    protected final Tiles tiles() {
        return tiles;
    }

    /** Returns the parameter of the current step. */
    protected final ParameterIndex parameter() {
        return parameter;
    }

    /**
     * Returns whether what depends on the unit has to be computed: the parameter is of another unit than in the step
     * before, or earlier results are invalid.
     */
    protected final boolean isNewUnit() {
        return isNewUnit;
    }

    /** Returns the end of the range at or below 0, as a distance from the current value. */
    protected final double low() {
        return low;
    }

    /** Returns the end of the range at or above 0, as a distance from the current value. */
    protected final double high() {
        return high;
    }
}
