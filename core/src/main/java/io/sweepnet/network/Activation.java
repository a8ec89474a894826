package io.sweepnet.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The functions that a unit may apply to its pre-activation z. A new function is a constant here and a class with its
 * formula. Every function returns NaN for NaN, so that a loss that could not be computed is never mistaken for one that
 * could. No function ever decreases as z grows; kernels rely on that.
 *
 * <p>Code outside this package does not distinguish the constants. It depends on the properties of the function: {@link
 * #shape()}, {@link #pieces()}, {@link #isIdentity()}, {@link #isRectifier()} and {@link #isDifferentiable()}.
 *
 * <pre>{@code
 * Activation relu = Activation.of("relu");
 * double activation = relu.apply(-2); // 0
 * double slope = relu.derivative(3); // 1
 * }</pre>
 */
public enum Activation {
    /** z; its derivative is 1. */
    IDENTITY("identity", new Identity()),
    /** max(z, 0), the rectified linear unit; its derivative at 0 is 0. */
    RELU("relu", new Relu()),
    /** z for z above 0, else {@value #LEAK} z; its derivative at 0 is {@value #LEAK}. */
    LEAKY_RELU("leaky-relu", new LeakyRelu()),
    /** The hyperbolic tangent of z. */
    TANH("tanh", new Tanh()),
    /** 1 / (1 + exp(-z)), the logistic function. */
    SIGMOID("sigmoid", new Sigmoid()),
    /** 1 for z of at least 0 (-0.0 included), else 0; it has no useful derivative. */
    STEP("step", new UnitStep()),
    /** 1 for z of at least 0 (-0.0 included), else -1; it has no useful derivative. */
    SIGN("sign", new Sign()),
    /** max(-1, min(1, z)); its derivative at -1 and at 1 is 0. */
    HARD_TANH("hard-tanh", new HardTanh()),
    /** max(0, min(1, 1/2 + z/6)); its derivative at -3 and at 3 is 0. */
    HARD_SIGMOID("hard-sigmoid", new HardSigmoid());

    /** The kind of a function, which follows from its {@link #pieces()}. */
    public enum Shape {
        /**
         * Linear with at most one kink, at 0: z above 0, and a constant times z below 0. The identity is the case of the
         * constant 1, which has no kink. Kernels have fast paths for this shape.
         */
        HINGE,
        /** Any other continuous function of linear pieces, some of which may be flat; it has a useful gradient. */
        PIECEWISE,
        /** Flat pieces and jumps; the gradient is zero almost everywhere, so gradients cannot train it. */
        STEP,
        /** Curved; it has a useful gradient, and no pieces. */
        SMOOTH
    }

    /** The slope of the leaky ReLU for negative z. */
    public static final double LEAK = LeakyRelu.LEAK;

    private final String label;

    // Functions have no state, and pieces are immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ActivationFunction function;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Optional<ActivationPieces> pieces;

    private final Shape shape;
    private final boolean isIdentity;
    private final boolean isRectifier;

    Activation(String label, ActivationFunction function) {
        this.label = label;
        this.function = function;
        this.pieces = function.pieces();
        this.shape = pieces.map(Activation::shapeOf).orElse(Shape.SMOOTH);
        this.isIdentity = shape == Shape.HINGE && pieces.orElseThrow().breakpointCount() == 0;
        this.isRectifier =
                shape == Shape.HINGE && !isIdentity && pieces.orElseThrow().slope(0) == 0;
    }

    private static Shape shapeOf(ActivationPieces pieces) {
        if (pieces.areFlat()) {
            return Shape.STEP;
        }
        return pieces.isHinge() ? Shape.HINGE : Shape.PIECEWISE;
    }

    /** Returns the activation of pre-activation z; NaN for NaN. */
    public double apply(double z) {
        return function.apply(z);
    }

    /** Replaces pre-activations by activations in place, [0 .. count-1], with the same bits as {@link #apply(double)}. */
    void apply(double[] column, int count) {
        function.apply(column, count);
    }

    /**
     * Returns the derivative at pre-activation z; at a kink the value stated at the constant.
     *
     * @throws UnsupportedOperationException for a function of flat pieces, see {@link #isDifferentiable()}
     */
    public double derivative(double z) {
        if (!isDifferentiable()) {
            throw new UnsupportedOperationException("activation '" + label + "' has no useful gradient");
        }
        return function.derivative(z);
    }

    /** Returns whether gradients can train through this function. */
    public boolean isDifferentiable() {
        return shape != Shape.STEP;
    }

    /** Returns the kind of this function. */
    public Shape shape() {
        return shape;
    }

    /**
     * Returns the linear or flat pieces of the function, which give its values to the bit, except for the sign of a zero;
     * empty for a curved function.
     */
    public Optional<ActivationPieces> pieces() {
        return pieces;
    }

    /** Returns whether the function is z itself. */
    public boolean isIdentity() {
        return isIdentity;
    }

    /** Returns whether the function is max(z, 0). */
    public boolean isRectifier() {
        return isRectifier;
    }

    /** Returns the name used in configurations and model files, for example {@code leaky-relu}. */
    public String label() {
        return label;
    }

    /**
     * Returns the activation of a name such as {@code relu}.
     *
     * @throws IllegalArgumentException for an unknown name; the message has it and all known names
     */
    public static Activation of(String label) {
        for (Activation activation : values()) {
            if (activation.label.equals(label)) {
                return activation;
            }
        }
        throw new IllegalArgumentException("unknown activation '" + label + "'; known are " + labels());
    }

    /** Returns the activations of the hidden layers followed by the identity for the output layer, as a new list. */
    public static List<Activation> withIdentityOutputs(List<Activation> hidden) {
        List<Activation> all = new ArrayList<>(hidden);
        all.add(IDENTITY);
        return all;
    }

    /** Returns all names, separated by commas. */
    public static String labels() {
        return String.join(", ", labels(activation -> true));
    }

    /**
     * Returns the names of the activations that have {@link #pieces()}, the last two joined by a word: {@code a, b or c}.
     */
    public static String labelsOfPieces(String conjunction) {
        List<String> labels = labels(activation -> activation.pieces.isPresent());
        int last = labels.size() - 1;
        return String.join(", ", labels.subList(0, last)) + " " + conjunction + " " + labels.get(last);
    }

    private static List<String> labels(Predicate<Activation> which) {
        return Arrays.stream(values()).filter(which).map(Activation::label).collect(Collectors.toList());
    }

    @Override
    public String toString() {
        return label;
    }
}
