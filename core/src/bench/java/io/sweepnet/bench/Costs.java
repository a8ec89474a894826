package io.sweepnet.bench;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;

/** The least work of a sweep, by which a measured sweep is judged. */
final class Costs {

    private static final int CHANGED_UNIT = 1;

    private Costs() {}

    /**
     * Multiply-adds of an incremental sweep: of a row and candidate (the current value is one more) one for the changed
     * unit, one for each unit of the next layer, all of the layers after it, and one for the square of each output that
     * changes.
     */
    static double multiplyAdds(Problem problem) {
        Architecture architecture = problem.architecture("identity");
        double perCandidate = 0;
        for (int layer = 0; layer < architecture.layerCount(); layer++) {
            int last = architecture.layerCount() - 1;
            double ofOne =
                    CHANGED_UNIT + (layer == last ? 1 : architecture.units(layer + 1) + architecture.outputSize());
            for (int later = layer + 2; later <= last; later++) {
                ofOne += (double) architecture.inputs(later) * architecture.units(later);
            }
            perCandidate += ofOne * parameters(architecture, layer);
        }
        return perCandidate * problem.rows() * (problem.candidates() + 1);
    }

    /** Bytes that a piecewise sweep reads: {@link #columns} of all steps. */
    static double bytes(Problem problem) {
        Architecture architecture = problem.architecture("identity");
        int last = architecture.layerCount() - 1;
        // One Gram matrix serves the whole output layer.
        double columns = architecture.inputs(last) + architecture.outputSize();
        for (int i = 0; i < architecture.weightOffset(last); i++) {
            columns += columns(architecture, architecture.parameterIndex(i));
        }
        return columns * problem.rows() * Double.BYTES;
    }

    /**
     * Columns that a step below the output layer has to read: the changed input of a weight, the pre-activations of the
     * changed unit and of all units of the hidden layers after it, and the residual of each output.
     */
    static int columns(Architecture architecture, ParameterIndex parameter) {
        int columns = (parameter.isWeight() ? 1 : 0) + CHANGED_UNIT + architecture.outputSize();
        for (int layer = parameter.layer() + 1; layer < architecture.layerCount() - 1; layer++) {
            columns += architecture.units(layer);
        }
        return columns;
    }

    private static int parameters(Architecture architecture, int layer) {
        return architecture.weightOffset(layer + 1) - architecture.weightOffset(layer);
    }
}
