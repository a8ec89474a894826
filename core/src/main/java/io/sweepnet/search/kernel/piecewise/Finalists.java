package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.search.BestChoice;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
import io.sweepnet.search.kernel.piecewise.pieces.SortedCandidates;
import java.util.Arrays;

/**
 * The candidates of a step that may be the best, after all those whose losses are certainly not the lowest are ruled
 * out. They form groups of candidates whose losses have the same bits. Within one group the rank decides; among several
 * groups the direct rule decides.
 */
final class Finalists {

    /** The smallest number of neighbouring candidates for which flatness is checked. */
    private static final int RUN = 3;

    /** Finds out where losses have the same bits. */
    interface Flatness {
        /** Returns whether all losses between two distances from the current value have the same bits. */
        boolean isFlat(double from, double to);
    }

    private final SortedCandidates candidates;
    private final PiecewiseQuadratic pieces;

    /**
     * The first and last position of each group, and whether it contains the current value. A group of the current
     * value alone has last position -1.
     */
    private int[] first = new int[4];

    private int[] last = new int[4];
    private boolean[] withCurrent = new boolean[4];
    private int count;

    private Flatness flatness;

    /** True if a candidate is still among the finalists, [position]. */
    private boolean[] isLeft = {};

    /** The finalists of steps with the given candidates and sums, which are set again for each step. */
    Finalists(SortedCandidates candidates, PiecewiseQuadratic pieces) {
        this.candidates = candidates;
        this.pieces = pieces;
    }

    /** Returns the number of groups. */
    int count() {
        return count;
    }

    /** Returns whether a row may be near a jump at any finalist. */
    boolean isUncertain() {
        for (int position = 0; position < candidates.count(); position++) {
            if (isLeft[position] && pieces.isUncertain(position)) {
                return true;
            }
        }
        return false;
    }

    /** Returns a value of a group. */
    double value(int group, double current) {
        return withCurrent[group] ? current : candidates.value(first[group]);
    }

    /** Offers all values of a group except extra ones. */
    void offer(int group, double current, double loss, BestChoice best) {
        if (withCurrent[group]) {
            best.offer(Choice.STAY, current, loss);
        }
        for (int position = first[group]; position <= last[group]; position++) {
            if (!candidates.isExtra(position)) {
                best.offer(candidates.index(position), candidates.value(position), loss);
            }
        }
    }

    /**
     * Offers the extra values of a group if their loss is lower than {@code before}, the best loss of all values that
     * are not extra.
     */
    void offerExtra(int group, double loss, double before, BestChoice best) {
        if (before <= loss) {
            return;
        }
        for (int position = first[group]; position <= last[group]; position++) {
            if (candidates.isExtra(position)) {
                best.offer(candidates.index(position), candidates.value(position), loss);
            }
        }
    }

    /**
     * Sets the groups.
     *
     * @param step the step
     * @param sums the sums of the candidates, [position]
     * @param errors their own error bounds, [position]
     * @param error error bound of any sum, in addition to its own
     * @param highest upper bound of the lowest sum
     * @param isConstant whether losses are constant between jumps
     * @param flatness finds out where losses have the same bits
     */
    void set(
            Step step,
            double[] sums,
            double[] errors,
            double error,
            double highest,
            boolean isConstant,
            Flatness flatness) {
        this.flatness = flatness;
        int positions = candidates.count();
        if (isLeft.length < positions) {
            isLeft = new boolean[positions];
        }
        for (int position = 0; position < positions; position++) {
            isLeft[position] = !(sums[position] - errors[position] > highest + error);
        }
        count = 0;
        boolean isCurrentNext = step.withCurrent() && !(pieces.atCurrent() - pieces.errorAtCurrent() - error > highest);
        int from = 0;
        while (from <= positions) {
            boolean startsAtCurrent = isCurrentNext && from >= pieces.zeroIndex();
            if (!startsAtCurrent && (from == positions || !isLeft[from])) {
                from++;
                continue;
            }
            int to = endOfRun(from);
            boolean hasCurrent = startsAtCurrent || (isCurrentNext && to >= pieces.zeroIndex());
            isCurrentNext &= !hasCurrent;
            if (isConstant) {
                splitAtJumps(from, to, hasCurrent);
            } else {
                split(from, to, hasCurrent);
            }
            from = Math.max(to, from);
        }
    }

    private int endOfRun(int from) {
        int to = from;
        while (to < candidates.count() && isLeft[to]) {
            to++;
        }
        return to;
    }

    /**
     * Splits a run of positions, from inclusive to exclusive, into groups; the current value is before position {@code
     * zeroIndex}.
     */
    private void split(int from, int to, boolean hasCurrent) {
        double[] distances = candidates.distances();
        int zeroIndex = pieces.zeroIndex();
        if (to - from + (hasCurrent ? 1 : 0) >= RUN) {
            double low = hasCurrent && from == zeroIndex ? 0 : distances[from];
            double high = hasCurrent && to == zeroIndex ? 0 : distances[to - 1];
            if (flatness.isFlat(low, high)) {
                add(from, to - 1, hasCurrent);
                return;
            }
            boolean isInside = !hasCurrent || (zeroIndex > from + 1 && zeroIndex < to - 1);
            if (to - from >= RUN + 2 && isInside && flatness.isFlat(distances[from + 1], distances[to - 2])) {
                add(from, from, false);
                add(from + 1, to - 2, hasCurrent);
                add(to - 1, to - 1, false);
                return;
            }
        }
        boolean isCurrentAdded = !hasCurrent;
        for (int position = from; position < to; position++) {
            boolean isCurrent = !isCurrentAdded && distances[position] == 0;
            add(position, position, isCurrent);
            isCurrentAdded |= isCurrent;
        }
        if (!isCurrentAdded) {
            add(0, -1, true);
        }
    }

    private void splitAtJumps(int from, int to, boolean hasCurrent) {
        boolean isCurrentAdded = !hasCurrent;
        int start = from;
        for (int position = from; position < to; position++) {
            boolean ends = position + 1 == to
                    || pieces.isJump(position + 1)
                    || pieces.isUncertain(position)
                    || pieces.isUncertain(position + 1);
            if (ends) {
                boolean isEqual = !isCurrentAdded && candidates.distances()[position] == 0 && start == position;
                boolean reachesZero = start < pieces.zeroIndex() || candidates.distances()[start] == 0;
                boolean containsCurrent =
                        !isCurrentAdded && reachesZero && start <= pieces.zeroIndex() && position >= pieces.zeroIndex();
                add(start, position, isEqual || containsCurrent);
                isCurrentAdded |= isEqual || containsCurrent;
                start = position + 1;
            }
        }
        if (!isCurrentAdded) {
            add(0, -1, true);
        }
    }

    private void add(int firstPosition, int lastPosition, boolean current) {
        if (count == first.length) {
            first = Arrays.copyOf(first, 2 * count);
            last = Arrays.copyOf(last, 2 * count);
            withCurrent = Arrays.copyOf(withCurrent, 2 * count);
        }
        first[count] = firstPosition;
        last[count] = lastPosition;
        withCurrent[count] = current;
        count++;
    }
}
