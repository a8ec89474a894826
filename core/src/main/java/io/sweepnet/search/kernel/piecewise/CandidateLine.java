package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.search.Candidates;
import io.sweepnet.search.Grid;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The candidates of a step in ascending order, by their distances from the current value. */
final class CandidateLine {

    private Candidates candidates;

    /** Values of a continuous range, in place of candidates. */
    private RangeValues given;

    private int count;

    /** Ascending. */
    private double[] values = {};

    private double[] distances = {};

    /** Global index of the candidate at a place. */
    private int[] indices = {};

    /** Sets the candidates and the current value. */
    void set(Candidates candidates, double current) {
        if (!candidates.equals(this.candidates)) {
            this.candidates = candidates;
            count = candidates.count();
            ensureCapacity();
            sort();
            for (int place = 0; place < count; place++) {
                values[place] = candidates.value(indices[place]);
            }
        }
        for (int place = 0; place < count; place++) {
            distances[place] = values[place] - current;
        }
    }

    /** Sets values of a continuous range, and the current value. */
    void set(RangeValues values, double current) {
        candidates = null;
        given = values;
        count = values.count();
        ensureCapacity();
        for (int place = 0; place < count; place++) {
            indices[place] = values.index(place);
            this.values[place] = values.value(place);
            distances[place] = values.value(place) - current;
        }
    }

    private void ensureCapacity() {
        if (distances.length < count) {
            values = new double[count];
            distances = new double[count];
            indices = new int[count];
        }
    }

    /** Whether a value may only win where it is better than all others. */
    boolean isExtra(int place) {
        return candidates == null && given.isExtra(place);
    }

    private void sort() {
        if (candidates instanceof Grid) {
            Arrays.setAll(indices, place -> candidates.from() + place);
        } else {
            int[] sorted = IntStream.range(candidates.from(), candidates.to())
                    .boxed()
                    .sorted(Comparator.comparing(candidates::value))
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, indices, 0, count);
        }
    }

    boolean isEven() {
        return candidates instanceof Grid;
    }

    int count() {
        return count;
    }

    /** [place], ascending. */
    double[] distances() {
        return distances;
    }

    int index(int place) {
        return indices[place];
    }

    double value(int place) {
        return values[place];
    }
}
