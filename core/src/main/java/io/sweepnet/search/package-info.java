/**
 * Coordinate search, without the computation of losses.
 *
 * <p>{@link io.sweepnet.search.CoordinateSearch} is a state machine: {@code ask} returns a {@link
 * io.sweepnet.search.Step} for each parameter in turn, and {@code tell} takes the {@link io.sweepnet.search.Choice} among its
 * candidates. Steps are answered by a {@link
 * io.sweepnet.search.CandidateEvaluator}, the extension point for the computation of losses; {@code
 * io.sweepnet.search.kernel} has implementations. The {@link io.sweepnet.search.Candidates} of a step are a {@link
 * io.sweepnet.search.Grid}, a list of {@link io.sweepnet.search.Values} or an {@link io.sweepnet.search.Interval}. {@link
 * io.sweepnet.search.SearchSettings} holds the candidates, the order of the parameters, the rule for ties and the {@link
 * io.sweepnet.search.StopRule}; {@link io.sweepnet.search.SearchState} is what a resumed search continues from.
 *
 * <p>The package does not depend on data, losses, kernels, threads or clocks. {@code io.sweepnet.training} plays whole
 * searches.
 */
package io.sweepnet.search;
