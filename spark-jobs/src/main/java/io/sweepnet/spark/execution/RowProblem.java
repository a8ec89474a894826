package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.kernel.CheckedEvaluator;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.search.kernel.remote.RemoteRows;
import io.sweepnet.search.kernel.remote.RowShards;
import io.sweepnet.search.kernel.remote.ShardGroup;
import java.io.Serializable;
import java.util.List;

/**
 * The data of a search over distributed rows that every task has.
 *
 * @param facts facts about all training rows
 * @param validationWeight total weight of the validation rows
 * @param isChecked whether every step is also played by the direct rule
 */
record RowProblem(
        SearchSettings settings,
        Architecture architecture,
        Loss loss,
        Kernel kernel,
        TableFacts facts,
        double validationWeight,
        boolean isChecked)
        implements Serializable {

    /** Returns neighbouring shards, from number {@code first} on, which answer questions at the given parameters. */
    RowShards shards(Parameters at, int first, List<Dataset> shards) {
        ShardGroup group = new ShardGroup(facts, first, shards);
        return isChecked ? CheckedEvaluator.shards(kernel, at, group, loss) : kernel.shards(at, group, loss);
    }

    /** Returns an evaluator over all rows, local and remote. */
    CandidateEvaluator evaluator(Parameters at, RemoteRows rows) {
        return isChecked ? CheckedEvaluator.of(kernel, at, facts, loss, rows) : kernel.create(at, facts, loss, rows);
    }
}
