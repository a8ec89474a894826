package io.sweepnet.network;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The functions a unit may apply to its pre-activation z. NaN goes through every one of them, so that a loss that could
 * not be computed never looks like one that could.
 */
public enum Activation {
    /** z. */
    IDENTITY("identity", Shape.LINEAR) {
        @Override
        public double apply(double z) {
            return z;
        }

        @Override
        public double derivative(double z) {
            return 1;
        }
    },
    /** max(z, 0); its derivative at 0 is 0. */
    RELU("relu", Shape.LINEAR) {
        @Override
        public double apply(double z) {
            return Math.max(z, 0);
        }

        @Override
        public double derivative(double z) {
            return z > 0 ? 1 : 0;
        }
    },
    /** z where z is positive, else {@value #LEAK} z; its derivative at 0 is {@value #LEAK}. */
    LEAKY_RELU("leaky-relu", Shape.LINEAR) {
        @Override
        public double apply(double z) {
            return z > 0 ? z : LEAK * z;
        }

        @Override
        public double derivative(double z) {
            return z > 0 ? 1 : LEAK;
        }
    },
    /** Hyperbolic tangent, by {@link StrictMath}, whose result is the same on every JDK. */
    TANH("tanh", Shape.SMOOTH) {
        @Override
        public double apply(double z) {
            return StrictMath.tanh(z);
        }

        @Override
        public double derivative(double z) {
            double a = StrictMath.tanh(z);
            return 1 - a * a;
        }
    },
    /** 1 / (1 + exp(-z)). */
    SIGMOID("sigmoid", Shape.SMOOTH) {
        @Override
        public double apply(double z) {
            return 1 / (1 + StrictMath.exp(-z));
        }

        @Override
        public double derivative(double z) {
            double a = apply(z);
            return a * (1 - a);
        }
    },
    /** 1 where z is at least 0 (-0.0 too), else 0. */
    STEP("step", Shape.CONSTANT) {
        @Override
        public double apply(double z) {
            return z >= 0 ? 1 : z < 0 ? 0 : Double.NaN;
        }
    },
    /** 1 where z is at least 0 (-0.0 too), else -1. */
    SIGN("sign", Shape.CONSTANT) {
        @Override
        public double apply(double z) {
            return z >= 0 ? 1 : z < 0 ? -1 : Double.NaN;
        }
    };

    /** What a function is made of; kernels and gradients ask for it. */
    public enum Shape {
        /** Straight pieces: has a useful gradient. */
        LINEAR,
        /** Flat pieces: its gradient is zero almost everywhere, so it cannot be trained by one. */
        CONSTANT,
        /** Curved: has a useful gradient. */
        SMOOTH
    }

    /** Slope of the leaky ReLU on the negative side. */
    public static final double LEAK = 0.01;

    private final String label;
    private final Shape shape;

    Activation(String label, Shape shape) {
        this.label = label;
        this.shape = shape;
    }

    /** The activation of pre-activation z. */
    public abstract double apply(double z);

    /**
     * The derivative at pre-activation z.
     *
     * @throws UnsupportedOperationException for a function made of flat pieces
     */
    public double derivative(double z) {
        throw new UnsupportedOperationException("activation '" + label + "' has no useful gradient");
    }

    /** Whether gradients can train through this function. */
    public boolean isDifferentiable() {
        return shape != Shape.CONSTANT;
    }

    /** What the function is made of. */
    public Shape shape() {
        return shape;
    }

    /** The name used in configurations and model files, for example {@code leaky-relu}. */
    public String label() {
        return label;
    }

    /**
     * The activation of a name such as {@code relu}.
     *
     * @throws IllegalArgumentException naming the text and all known names
     */
    public static Activation of(String label) {
        for (Activation activation : values()) {
            if (activation.label.equals(label)) {
                return activation;
            }
        }
        throw new IllegalArgumentException("unknown activation '" + label + "'; known are " + labels());
    }

    /** All names, separated by commas. */
    public static String labels() {
        return Arrays.stream(values()).map(Activation::label).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return label;
    }
}
