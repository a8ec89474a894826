package io.sweepnet.golden;

import io.sweepnet.model.EvaluatorFactory;
import io.sweepnet.search.kernel.incremental.IncrementalEvaluator;

class IncrementalGoldenSearchTest extends GoldenSearchContract {

    @Override
    protected EvaluatorFactory evaluator() {
        return IncrementalEvaluator::new;
    }
}
