package io.sweepnet.network;

import java.io.Serializable;

/**
 * The identity of one parameter of a network, for example {@code ParameterIndex.weight(0, 2, 1)}: the weight that unit 2 of
 * layer 0 has for its input 1.
 *
 * @param layer index of the layer, from 0
 * @param kind weight or bias
 * @param unit index of the unit in its layer, from 0
 * @param input index of the unit's input, from 0; {@value #NO_INPUT} for a bias
 */
public record ParameterIndex(int layer, Kind kind, int unit, int input) implements Serializable {

    /** The two kinds of parameters. */
    public enum Kind {
        /** A factor of one input of a unit. */
        WEIGHT("weight"),
        /** The constant term of a unit's pre-activation. */
        BIAS("bias");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the name used in tables and messages. */
        public String label() {
            return label;
        }
    }

    /** The value of {@code input} for a bias. */
    public static final int NO_INPUT = -1;

    public ParameterIndex {
        if (layer < 0 || unit < 0 || (kind == Kind.WEIGHT ? input < 0 : input != NO_INPUT)) {
            throw new IllegalArgumentException(
                    "no such parameter: layer " + layer + ", " + kind.label() + ", unit " + unit + ", input " + input);
        }
    }

    /** Returns the index of the weight of a unit for one of its inputs. */
    public static ParameterIndex weight(int layer, int unit, int input) {
        return new ParameterIndex(layer, Kind.WEIGHT, unit, input);
    }

    /** Returns the index of the bias of a unit. */
    public static ParameterIndex bias(int layer, int unit) {
        return new ParameterIndex(layer, Kind.BIAS, unit, NO_INPUT);
    }

    /** Returns whether the parameter is a weight; otherwise it is a bias. */
    public boolean isWeight() {
        return kind == Kind.WEIGHT;
    }
}
