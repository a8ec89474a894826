/**
 * Exact line search: the lowest sum over a continuous range ({@link io.sweepnet.search.Interval}), not only at the
 * points of a grid ({@code ExactLineSearch}). A first pass over the rows gives the sums at the edges of even buckets
 * and a lower bound inside each bucket ({@code BucketSums}). Buckets that cannot contain the lowest sum are dropped. In
 * the others the sum is followed from breakpoint to breakpoint ({@code BreakpointWalk} over {@code Breakpoints}), and
 * its local minima are kept ({@code LocalMinima}), together with values where the sum is uncertain ({@code
 * UncertainStretches}). The caller compares the values that are left.
 *
 * <p>Internal to the piecewise kernel.
 */
package io.sweepnet.search.kernel.piecewise.exact;
