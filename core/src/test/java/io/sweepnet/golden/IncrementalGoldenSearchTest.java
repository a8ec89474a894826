package io.sweepnet.golden;

import io.sweepnet.model.EvaluatorFactory;
import io.sweepnet.search.kernel.IncrementalEvaluator;

class IncrementalGoldenSearchTest extends GoldenSearchContract {

    @Override
    protected EvaluatorFactory evaluator() {
        return IncrementalEvaluator::new;
    }
}
