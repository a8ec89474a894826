package io.sweepnet.search.kernel.piecewise.pieces;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.parallel.Workers;
import java.util.Arrays;

/**
 * Sums the losses of all rows over the pieces of a parameter's range. For candidates, parts of the rows are summed by
 * whichever worker is free, and the parts' sums in their order; for a continuous range all parts are summed by the calling
 * thread, one after the other.
 */
public abstract class ParallelRowSums {

    private final Tiles tiles;
    private final Workers workers;

    /** Of each part, where there are several. */
    private final PiecewiseQuadratic[] sums;

    private final boolean[] isDone;
    private final Workers.Part addPart = this::addPart;

    /** Of a step. */
    private ParameterIndex parameter;

    private boolean isNewUnit;

    private SortedCandidates candidates;
    private double low;
    private double high;

    protected ParallelRowSums(Tiles tiles, Workers workers) {
        this.tiles = tiles;
        this.workers = workers;
        this.sums = new PiecewiseQuadratic[tiles.parts()];
        Arrays.setAll(sums, part -> new PiecewiseQuadratic());
        this.isDone = new boolean[sums.length];
    }

    /**
     * Sets sums to those of all rows.
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

    /** What was given up is not there to build on; said here, since other workers may still be reading what it belongs to. */
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

    /** A step begins. */
    protected abstract void begin();

    /** Adds the rows of a part; false where one has too many pieces. */
    protected abstract boolean add(int part, int worker, PieceCollector collector);

    /** Nothing of what was computed before holds. */
    public final void forget() {
        parameter = null;
    }

    protected final Tiles tiles() {
        return tiles;
    }

    protected final ParameterIndex parameter() {
        return parameter;
    }

    /** Whether the unit of the parameter is another than in the step before, or what was computed for it does not hold. */
    protected final boolean isNewUnit() {
        return isNewUnit;
    }

    /** End of the range, at or below 0, as a distance from the current value. */
    protected final double low() {
        return low;
    }

    /** End at or above 0. */
    protected final double high() {
        return high;
    }
}
