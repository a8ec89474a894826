package io.sweepnet.golden;

import io.sweepnet.search.kernel.DirectEvaluator;
import io.sweepnet.training.EvaluatedRows;

class DirectGoldenSearchTest extends GoldenSearchContract {

    @Override
    protected EvaluatedRows.Evaluators evaluators() {
        return DirectEvaluator::new;
    }
}
