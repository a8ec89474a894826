package io.sweepnet.search;

import io.sweepnet.network.Architecture;
import io.sweepnet.random.HashRandom;

/** The order in which a sweep visits the parameters. */
public enum ParameterOrder {
    /** From the output layer back to the first hidden layer; within a layer the weights unit by unit, then the biases. */
    OUTPUT_FIRST {
        @Override
        int[] ofSweep(Architecture architecture, long seed, int sweep) {
            int[] order = new int[architecture.parameterCount()];
            int next = 0;
            for (int layer = architecture.layerCount() - 1; layer >= 0; layer--) {
                for (int i = architecture.weightOffset(layer); i < architecture.weightOffset(layer + 1); i++) {
                    order[next++] = i;
                }
            }
            return order;
        }
    },
    /** From the first hidden layer to the output layer; within a layer the weights unit by unit, then the biases. */
    LAYER {
        @Override
        int[] ofSweep(Architecture architecture, long seed, int sweep) {
            int[] order = new int[architecture.parameterCount()];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
            }
            return order;
        }
    },
    /** A different random order in each sweep, from the seed of the search. */
    RANDOM {
        @Override
        int[] ofSweep(Architecture architecture, long seed, int sweep) {
            return HashRandom.permutation(architecture.parameterCount(), seed, HashRandom.Role.PARAMETER_ORDER, sweep);
        }
    };

    /** Returns the flat positions of the parameters, in the order of a sweep (numbered from 1). */
    abstract int[] ofSweep(Architecture architecture, long seed, int sweep);
}
