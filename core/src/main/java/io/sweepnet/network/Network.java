package io.sweepnet.network;

import java.io.Serializable;

/**
 * A feed-forward network: an architecture and its parameters. For example, y = 2 x + 1:
 *
 * <pre>{@code
 * Architecture line = Architecture.of(1, List.of(), 1, List.of());
 * Network network = new Network(Parameters.of(line, new double[] {2, 1}));
 * double[] outputs = network.predict(new double[] {3}); // {7}
 * }</pre>
 *
 * @param parameters the weights and biases, which include the architecture
 */
public record Network(Parameters parameters) implements Serializable {

    /** Returns the architecture. */
    public Architecture architecture() {
        return parameters.architecture();
    }

    /**
     * Returns the outputs of many rows.
     *
     * @param features [feature][row], one column per input of the network
     * @return [output][row]
     * @throws IllegalArgumentException if the number of columns differs from that of the inputs
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

    /**
     * Returns the outputs of one row.
     *
     * @param row [feature]
     * @return [output]
     * @throws IllegalArgumentException if the number of features differs from that of the inputs
     */
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
