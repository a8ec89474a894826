package io.sweepnet.golden;

import io.sweepnet.search.kernel.incremental.IncrementalEvaluator;
import io.sweepnet.training.EvaluatedRows;

class IncrementalGoldenSearchTest extends GoldenSearchContract {

    @Override
    protected EvaluatedRows.Evaluators evaluators() {
        return IncrementalEvaluator::new;
    }
}
