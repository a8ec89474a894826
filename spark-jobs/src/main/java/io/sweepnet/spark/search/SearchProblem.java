package io.sweepnet.spark.search;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import java.io.Serializable;

/** What does not change during a search: every executor gets it once, by broadcast. */
record SearchProblem(Architecture architecture, Dataset dataset, Loss loss) implements Serializable {}
