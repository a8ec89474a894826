package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.Kernel;
import java.io.Serializable;

/**
 * The data that stays the same during a search and from one start to the next. Every executor receives it once, by broadcast.
 *
 * @param dataset all rows, in canonical order
 * @param kernel the kernel that evaluates candidates
 */
record SearchProblem(Architecture architecture, Dataset dataset, Loss loss, Kernel kernel) implements Serializable {}
