package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.Kernel;
import java.io.Serializable;

/**
 * What does not change during a search, nor from one start to the next: every executor gets it once, by broadcast.
 *
 * @param dataset all rows, in canonical order
 * @param kernel what evaluates candidates
 */
record SearchProblem(Architecture architecture, Dataset dataset, Loss loss, Kernel kernel) implements Serializable {}
