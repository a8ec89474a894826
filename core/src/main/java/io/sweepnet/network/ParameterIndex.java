package io.sweepnet.network;

import java.io.Serializable;

/**
 * Names one parameter of a network.
 *
 * @param layer which layer, 0 the first hidden one
 * @param kind weight or bias
 * @param unit which unit of the layer, from 0
 * @param input which input of the unit, from 0; {@value #NO_INPUT} for a bias
 */
public record ParameterIndex(int layer, Kind kind, int unit, int input) implements Serializable {

    /** The two kinds of parameters. */
    public enum Kind {
        /** Multiplies an input of a unit. */
        WEIGHT("weight"),
        /** Is added to a unit's weighted sum. */
        BIAS("bias");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name used in tables and messages. */
        public String label() {
            return label;
        }
    }

    /** The input of a bias, which has none. */
    public static final int NO_INPUT = -1;

    public ParameterIndex {
        if (layer < 0 || unit < 0 || (kind == Kind.WEIGHT ? input < 0 : input != NO_INPUT)) {
            throw new IllegalArgumentException(
                    "no such parameter: layer " + layer + ", " + kind.label() + ", unit " + unit + ", input " + input);
        }
    }

    /** The weight of a unit for one of its inputs. */
    public static ParameterIndex weight(int layer, int unit, int input) {
        return new ParameterIndex(layer, Kind.WEIGHT, unit, input);
    }

    /** The bias of a unit. */
    public static ParameterIndex bias(int layer, int unit) {
        return new ParameterIndex(layer, Kind.BIAS, unit, NO_INPUT);
    }

    /** Whether this names a weight; else it names a bias. */
    public boolean isWeight() {
        return kind == Kind.WEIGHT;
    }
}
