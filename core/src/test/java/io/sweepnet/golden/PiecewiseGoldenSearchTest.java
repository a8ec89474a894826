package io.sweepnet.golden;

import io.sweepnet.model.EvaluatorFactory;
import io.sweepnet.search.kernel.Kernel;

class PiecewiseGoldenSearchTest extends GoldenSearchContract {

    @Override
    protected EvaluatorFactory evaluator() {
        return Kernel.PIECEWISE::create;
    }
}
