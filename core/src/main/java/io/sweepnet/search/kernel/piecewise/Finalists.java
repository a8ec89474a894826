package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.search.BestChoice;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
import io.sweepnet.search.kernel.piecewise.pieces.SortedCandidates;
import java.util.Arrays;

/**
 * What is left of a step's candidates once all are ruled out whose losses are certainly not the lowest: groups of candidates
 * whose losses are the same to the bit. Of one group the rank decides; of several the direct rule.
 */
final class Finalists {

    /** Runs of so many may be worth a look whether they are flat. */
    private static final int RUN = 3;

    /** Whether losses are the same to the bit between two distances from the current value. */
    interface Flatness {
        boolean isFlat(double from, double to);
    }

    private final SortedCandidates candidates;
    private final PiecewiseQuadratic pieces;

    /** Of each group: first and last place; the current value is place {@link #count} of its own group or of one more. */
    private int[] first = new int[4];

    private int[] last = new int[4];
    private boolean[] withCurrent = new boolean[4];
    private int count;

    private Flatness flatness;

    /** Which places are left. */
    private boolean[] isLeft = {};

    Finalists(SortedCandidates candidates, PiecewiseQuadratic pieces) {
        this.candidates = candidates;
        this.pieces = pieces;
    }

    /** Number of groups. */
    int count() {
        return count;
    }

    /** Whether a candidate that is left may be near a jump of some row. */
    boolean isUncertain() {
        for (int position = 0; position < candidates.count(); position++) {
            if (isLeft[position] && pieces.isUncertain(position)) {
                return true;
            }
        }
        return false;
    }

    /** A value of a group. */
    double value(int group, double current) {
        return withCurrent[group] ? current : candidates.value(first[group]);
    }

    /** Offers all of a group but the extra values. */
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

    /** Offers the extra values of a group, where they are better than what was offered before all of them. */
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
     * @param highest bound that the lowest loss does not exceed
     * @param error by how much any sum may be off, beside {@code errors}
     * @param isConstant whether losses are constant between jumps
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

    /** Splits a run of places, from inclusive to exclusive, into groups; the current value lies before place zero. */
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
                boolean containsCurrent = !isCurrentAdded && reachesZero && start <= pieces.zeroIndex() && position >= pieces.zeroIndex();
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
