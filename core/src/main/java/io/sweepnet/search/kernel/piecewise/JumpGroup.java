package io.sweepnet.search.kernel.piecewise;

/**
 * Jumps so close to each other that no value lies between them: what the sum is just there, rounding decides. Where it may
 * be lower than on both sides, the value there is a contender.
 */
final class JumpGroup {

    /** Distances as close as this many units in the last place may be the same. */
    private static final double ULPS = 4;

    private final Contenders unsure;

    private int count;
    private double at;
    private double margin;
    private double before;
    private double after;
    private double lowest;

    JumpGroup(Contenders unsure) {
        this.unsure = unsure;
    }

    void clear() {
        count = 0;
    }

    /** Adds a jump from one sum to another. */
    void add(BreakpointWalk walk, double jumpAt, double jumpMargin, double sumBefore, double sumAfter) {
        if (count > 0 && jumpAt - at > walk.grain()) {
            close(walk);
        }
        if (count == 0) {
            at = jumpAt;
            margin = 0;
            before = sumBefore;
            lowest = sumBefore;
        }
        count++;
        margin = Math.max(margin, jumpMargin);
        lowest += Math.min(0, sumAfter - sumBefore);
        after = sumAfter;
    }

    /** No further jump is near. */
    void close(BreakpointWalk walk) {
        if (count > 1 && lowest < Math.min(before, after) - walk.error(at)) {
            double value = walk.value(at);
            double distance = walk.distance(value);
            double reach = margin + ULPS * (Math.ulp(value) + Math.ulp(distance));
            if (Math.abs(distance - at) <= reach) {
                unsure.offer(value, lowest, walk.error(at));
            }
        }
        count = 0;
    }
}
