package io.sweepnet.loss;

/** A loss of classes: one output per class, one target column with the class's index. */
abstract class ClassLoss implements Loss {

    @Override
    public boolean isForClasses() {
        return true;
    }

    @Override
    public int targetColumns(int outputs) {
        if (outputs < 2) {
            throw new IllegalArgumentException(
                    "loss '" + name() + "' needs an output per class, at least 2; the" + " network has " + outputs);
        }
        return 1;
    }

    @Override
    public Loss forTargetScale(double scale) {
        throw new UnsupportedOperationException("loss '" + name() + "' is for classes, which have no scale");
    }
}
