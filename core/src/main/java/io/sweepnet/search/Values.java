package io.sweepnet.search;

import java.util.Arrays;
import java.util.List;

/**
 * A list of candidates, in the order of their indices. Example, for ternary weights:
 *
 * <pre>{@code
 * ModelSettings.builder().inputSize(3).outputSize(1).weightCandidates(Values.of(-1, 0, 1));
 * }</pre>
 *
 * @param all all values of the whole list: at least one, finite, no two equal
 * @param from index of the first value of this slice
 * @param to index after the last value of this slice
 */
public record Values(List<Double> all, int from, int to) implements Candidates {

    public Values {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a list of candidates needs at least 1 value");
        }
        for (double value : all) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("candidates must be finite, got " + all);
            }
        }
        if (all.stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("candidates must differ from each other, got " + all);
        }
        Slices.check(from, to, 0, all.size());
    }

    /** Returns the candidates of a whole list. */
    public static Values of(List<Double> all) {
        return new Values(all, 0, all.size());
    }

    /** Returns the candidates of a whole list. */
    public static Values of(double... all) {
        return of(Arrays.stream(all).boxed().toList());
    }

    @Override
    public double value(int index) {
        return all.get(index);
    }

    @Override
    public int nearest(double value) {
        int nearest = from;
        for (int index = from + 1; index < to; index++) {
            if (Math.abs(all.get(index) - value) < Math.abs(all.get(nearest) - value)) {
                nearest = index;
            }
        }
        return nearest;
    }

    @Override
    public Values slice(int from, int to) {
        Slices.check(from, to, this.from, this.to);
        return new Values(all, from, to);
    }

    @Override
    public double low() {
        return all.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    @Override
    public double high() {
        return all.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
