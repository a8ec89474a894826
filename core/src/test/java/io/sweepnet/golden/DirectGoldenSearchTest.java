package io.sweepnet.golden;

import io.sweepnet.model.EvaluatorFactory;
import io.sweepnet.search.kernel.DirectEvaluator;

class DirectGoldenSearchTest extends GoldenSearchContract {

    @Override
    protected EvaluatorFactory evaluator() {
        return DirectEvaluator::new;
    }
}
