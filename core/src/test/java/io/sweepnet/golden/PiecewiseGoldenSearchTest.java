package io.sweepnet.golden;

import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.EvaluatedRows;

class PiecewiseGoldenSearchTest extends GoldenSearchContract {

    @Override
    protected EvaluatedRows.Evaluators evaluators() {
        return Kernel.PIECEWISE::create;
    }
}
