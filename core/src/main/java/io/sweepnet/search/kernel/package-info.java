/**
 * Evaluators for the candidates of a search.
 *
 * <p>A {@link io.sweepnet.search.kernel.Kernel} creates evaluators over a table in this JVM or over remote rows, and reports
 * for which networks, losses and candidates it serves. {@link io.sweepnet.search.kernel.DirectEvaluator} is the reference: a
 * forward pass for each candidate. All other kernels, each in a package of its own, are faster and make the same choices to
 * the last bit; {@link io.sweepnet.search.kernel.CheckedEvaluator} compares them step by step. {@link
 * io.sweepnet.search.kernel.DeadLayers} detects searches that can learn no more than a constant.
 *
 * <p>Public, as is {@code remote}; the kernels in the other packages below are not. None of them depends on models or on
 * how remote rows are reached.
 */
package io.sweepnet.search.kernel;
