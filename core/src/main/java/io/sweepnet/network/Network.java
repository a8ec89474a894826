package io.sweepnet.network;

import java.io.Serializable;

/** A feed-forward network: a topology and its parameters. */
public record Network(Parameters parameters) implements Serializable {

    /** The topology. */
    public Architecture architecture() {
        return parameters.architecture();
    }

    /**
     * The outputs of many rows.
     *
     * @param features [input][row], as many columns as the network has inputs
     * @return [output][row]
     */
    public double[][] predict(double[][] features) {
        Architecture architecture = architecture();
        if (features.length != architecture.inputSize()) {
            throw new IllegalArgumentException("a network of " + architecture + " takes " + architecture.inputSize()
                    + " features, got " + features.length);
        }
        int rows = features[0].length;
        double[] flat = parameters.toArray();
        double[][] predictions = new double[architecture.outputSize()][rows];
        ForwardPass forward = new ForwardPass(architecture);
        for (int from = 0; from < rows; from += ForwardPass.TILE_ROWS) {
            int count = Math.min(ForwardPass.TILE_ROWS, rows - from);
            double[][] outputs = forward.outputs(flat, features, from, count);
            for (int output = 0; output < outputs.length; output++) {
                System.arraycopy(outputs[output], 0, predictions[output], from, count);
            }
        }
        return predictions;
    }

    /** The outputs of one row. */
    public double[] predict(double[] row) {
        double[][] features = new double[row.length][1];
        for (int input = 0; input < row.length; input++) {
            features[input][0] = row[input];
        }
        double[][] outputs = predict(features);
        double[] result = new double[outputs.length];
        for (int output = 0; output < result.length; output++) {
            result[output] = outputs[output][0];
        }
        return result;
    }
}
