package io.sweepnet.spark.execution;

import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.Sweep;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Measures the first steps of a search as its listener, and ends the search as its cancellation once enough steps are
 * measured. Time is counted from the creation of this object.
 */
final class StepTimes implements SearchListener, BooleanSupplier {

    private static final int FEWEST_STEPS = 5;
    private static final double ENOUGH_SECONDS = 0.5;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long made = System.nanoTime();
    private final double[] seconds;
    private int steps;
    private boolean isSweepDone;

    /** True from the beginning to the end of a step. */
    private boolean isInStep;

    private double firstBegan = -1;
    private double stepBegan;

    /** @param most largest number of steps to measure, at least 1 */
    StepTimes(int most) {
        this.seconds = new double[most];
    }

    /**
     * Returns whether enough is measured. It is called before each step, and again if a step fails; then it returns false, so
     * that the failure is not taken for a cancellation.
     */
    @Override
    public boolean getAsBoolean() {
        if (isInStep) {
            return false;
        }
        double now = now();
        if (firstBegan < 0) {
            firstBegan = now;
        }
        boolean isEnough =
                isSweepDone || steps == seconds.length || (steps > FEWEST_STEPS && now >= firstBegan + ENOUGH_SECONDS);
        isInStep = !isEnough;
        stepBegan = now;
        return isEnough;
    }

    @Override
    public void onStep(CoordinateSearch search) {
        seconds[steps++] = now() - stepBegan;
        isInStep = false;
    }

    @Override
    public void onSweep(CoordinateSearch search, Sweep sweep) {
        isSweepDone = true;
    }

    /** Returns the median time of the steps after the first, which may include further set-up. */
    double stepSeconds() {
        double[] later = Arrays.copyOfRange(seconds, Math.min(1, steps), steps);
        Arrays.sort(later);
        return later.length == 0 ? firstSeconds() : later[later.length / 2];
    }

    /** Returns the time until the first step could begin, plus the time by which the first step was longer than the median. */
    double setUpSeconds() {
        double untilFirst = firstBegan < 0 ? now() : firstBegan;
        return untilFirst + Math.max(0, firstSeconds() - stepSeconds());
    }

    private double firstSeconds() {
        return steps == 0 ? 0 : seconds[0];
    }

    private double now() {
        return (System.nanoTime() - made) / NANOS_PER_SECOND;
    }
}
