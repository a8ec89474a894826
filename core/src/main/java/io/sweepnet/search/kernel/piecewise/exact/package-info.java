/**
 * Exact line search: the lowest sum over a whole continuous range ({@link io.sweepnet.search.Interval}), not only at the points of a
 * grid. A first pass over the rows gives the sum at the edges of even buckets and a lower bound inside each bucket ({@code
 * BucketSums}). Buckets that cannot hold the lowest sum are dropped; in the others the sum is followed from breakpoint to
 * breakpoint ({@code BreakpointWalk}), and every local minimum is kept ({@code LocalMinima}).
 *
 * <p>Internal to the piecewise kernel.
 */
package io.sweepnet.search.kernel.piecewise.exact;
