package io.sweepnet.search.kernel.piecewise.pieces;

import io.sweepnet.search.Candidates;
import io.sweepnet.search.Grid;

/** The candidates of a step in ascending order, with their distances from the current value. */
public final class SortedCandidates {

    private Candidates candidates;

    /** Values of a continuous range, used in place of candidates. */
    private SelectedValues selected;

    private int count;

    /** The values, ascending, [position]. */
    private double[] values = {};

    private double[] distances = {};

    /** Global index of the candidate at a position. */
    private int[] indices = {};

    private final IndexSort.Order byValues = this::isLess;

    /** Sets the candidates of a grid or a list, and the current value. */
    public void set(Candidates candidates, double current) {
        if (!candidates.equals(this.candidates)) {
            this.candidates = candidates;
            count = candidates.count();
            ensureCapacity();
            sort();
            for (int position = 0; position < count; position++) {
                values[position] = candidates.value(indices[position]);
            }
        }
        for (int position = 0; position < count; position++) {
            distances[position] = values[position] - current;
        }
    }

    /** Sets values of a continuous range, and the current value. */
    public void set(SelectedValues values, double current) {
        candidates = null;
        selected = values;
        count = values.count();
        ensureCapacity();
        for (int position = 0; position < count; position++) {
            indices[position] = values.index(position);
            this.values[position] = values.value(position);
            distances[position] = values.value(position) - current;
        }
    }

    private void ensureCapacity() {
        if (distances.length < count) {
            values = new double[count];
            distances = new double[count];
            indices = new int[count];
        }
    }

    /**
     * Returns whether a value is an extra one of a continuous range, which wins only where it is better than all
     * others.
     */
    public boolean isExtra(int position) {
        return candidates == null && selected.isExtra(position);
    }

    private void sort() {
        for (int position = 0; position < count; position++) {
            indices[position] = candidates.from() + position;
        }
        if (!(candidates instanceof Grid)) {
            IndexSort.sort(indices, count, byValues);
        }
    }

    /** Orders candidates by value, those with equal values by index. */
    private boolean isLess(int a, int b) {
        int order = Double.compare(candidates.value(a), candidates.value(b));
        return order != 0 ? order < 0 : a < b;
    }

    /** Returns the candidates as set, in the order of the step; null for values of a continuous range. */
    public Candidates unsorted() {
        return candidates;
    }

    /** Returns the largest absolute value; there must be at least one value. */
    public double size() {
        return Math.max(Math.abs(values[0]), Math.abs(values[count - 1]));
    }

    /** Returns whether the candidates are a grid. */
    boolean isEvenlySpaced() {
        return candidates instanceof Grid;
    }

    /** Returns the number of candidates. */
    public int count() {
        return count;
    }

    /**
     * Returns the distances from the current value, ascending, [position]. The array is shared, and may be longer than
     * {@link #count}.
     */
    public double[] distances() {
        return distances;
    }

    /** Returns the global index of the candidate at a position. */
    public int index(int position) {
        return indices[position];
    }

    /** Returns the candidate at a position, in ascending order. */
    public double value(int position) {
        return values[position];
    }
}
