package io.sweepnet.data;

import io.sweepnet.data.RandomSelection.Bound;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;

/**
 * Which rows go to which part of a {@link Split}. The rows are known by their places in canonical order and, in
 * classification, by their classes alone, and the plan is but a few numbers per class, so that whoever holds some rows of a
 * table can tell their parts.
 */
public final class SplitPlan implements Serializable {

    private static final long serialVersionUID = 1;

    /** A part of a table. */
    public enum Part {
        /** Rows to judge by at the end. */
        TEST,
        /** Rows to watch while learning. */
        VALIDATION,
        /** Rows to learn from. */
        TRAINING
    }

    private final long seed;
    private final int rows;
    private final int test;
    private final int validation;

    /** Of each class the last row of the test part in random order, [class]. */
    private final Bound[] endOfTest;

    /** Of each class the last held-out row, [class]. */
    private final Bound[] endOfHeldOut;

    private SplitPlan(long seed, int rows, int test, int validation, int classes, IntUnaryOperator classAt) {
        this.seed = seed;
        this.rows = rows;
        this.test = test;
        this.validation = validation;
        RandomSelection selection = new RandomSelection(rows, classes, classAt, seed);
        endOfTest = selection.last(firstOfEach(test, rows, selection.sizes()));
        endOfHeldOut =
                validation == 0 ? endOfTest : selection.last(firstOfEach(test + validation, rows, selection.sizes()));
    }

    /**
     * A plan for a table whose targets are numbers.
     *
     * @throws IllegalArgumentException where no row would be left to learn from
     */
    public static SplitPlan of(int rows, double testShare, double validationShare, long seed) {
        return stratified(rows, 1, place -> 0, testShare, validationShare, seed);
    }

    /**
     * A plan that gives every part about the same mix of classes.
     *
     * @param classes number of classes
     * @param classAt the class of the row at a place in canonical order; places are asked for in ascending order
     * @throws IllegalArgumentException where no row would be left to learn from
     */
    public static SplitPlan stratified(
            int rows, int classes, IntUnaryOperator classAt, double testShare, double validationShare, long seed) {
        int test = heldOut(rows, testShare);
        int validation = heldOut(rows, validationShare);
        if (rows - test - validation < 1) {
            throw new IllegalArgumentException("of " + rows + " rows, " + test + " for test and " + validation
                    + " for validation leave none to learn from");
        }
        return new SplitPlan(seed, rows, test, validation, classes, classAt);
    }

    private static int heldOut(int rows, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("a held-out share must lie in [0, 1), got " + share);
        }
        return share == 0 ? 0 : (int) Math.max(1, Math.round(rows * share));
    }

    /** Number of rows of a part. */
    public int rows(Part part) {
        return switch (part) {
            case TEST -> test;
            case VALIDATION -> validation;
            case TRAINING -> rows - test - validation;
        };
    }

    /**
     * The part that a row goes to.
     *
     * @param place the row's place in canonical order
     * @param classIndex its class; 0 where targets are numbers
     */
    public Part part(int place, int classIndex) {
        long bits = RandomSelection.bits(seed, place);
        if (endOfTest[classIndex].includes(bits, place)) {
            return Part.TEST;
        }
        return endOfHeldOut[classIndex].includes(bits, place) ? Part.VALIDATION : Part.TRAINING;
    }

    /**
     * Checks that a part can be learned from or judged by.
     *
     * @param rows its number of rows
     * @param hasWeight whether one of them has a weight above 0
     * @throws IllegalArgumentException where none has
     */
    public static void checkWeight(int rows, boolean hasWeight) {
        if (!hasWeight) {
            throw new IllegalArgumentException("a part of " + rows + " rows has none of a weight above 0");
        }
    }

    /**
     * How many of each class are among the first rows, where the i-th of a class of n stands at (i + 1/2) / n, and rows of
     * one place by class.
     */
    private static int[] firstOfEach(int first, int rows, int[] sizes) {
        int classes = sizes.length;
        int[] taken = new int[classes];
        // At most first - 1.5 classes rows stand up to here: they are taken without looking at each.
        double certain = (first - 2.0 * classes) / rows;
        for (int k = 0; k < classes; k++) {
            taken[k] = (int) Math.max(0, Math.floor(certain * sizes[k]) - 1);
        }
        PriorityQueue<Integer> next =
                new PriorityQueue<>(Comparator.<Integer>comparingDouble(k -> (taken[k] + 0.5) / sizes[k])
                        .thenComparingInt(k -> k));
        for (int k = 0; k < classes; k++) {
            if (taken[k] < sizes[k]) {
                next.add(k);
            }
        }
        for (int left = first - Arrays.stream(taken).sum(); left > 0; left--) {
            int k = next.remove();
            taken[k]++;
            if (taken[k] < sizes[k]) {
                next.add(k);
            }
        }
        return taken;
    }
}
