package io.sweepnet.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The functions that a unit may apply to its pre-activation z: the place to enter a new one, whose formula is a class of its
 * own. NaN goes through every one of them, so that a loss that could not be computed never looks like one that could. None
 * of them ever decreases, which kernels rely on.
 *
 * <p>Nothing outside this package asks which activation it has. It asks what the function is made of: {@link #shape()},
 * {@link #pieces()}, {@link #isIdentity()}, {@link #isRectifier()}, {@link #isDifferentiable()}.
 *
 * <p>For example {@code Activation.of("relu").apply(-2)} is 0.
 */
public enum Activation {
    /** z. */
    IDENTITY("identity", new Identity()),
    /** max(z, 0); its derivative at 0 is 0. */
    RELU("relu", new Relu()),
    /** z where z is positive, else {@value #LEAK} z; its derivative at 0 is {@value #LEAK}. */
    LEAKY_RELU("leaky-relu", new LeakyRelu()),
    /** Hyperbolic tangent. */
    TANH("tanh", new Tanh()),
    /** 1 / (1 + exp(-z)). */
    SIGMOID("sigmoid", new Sigmoid()),
    /** 1 where z is at least 0 (-0.0 too), else 0. */
    STEP("step", new Step()),
    /** 1 where z is at least 0 (-0.0 too), else -1. */
    SIGN("sign", new Sign()),
    /** max(-1, min(1, z)); its derivative at -1 and at 1 is 0. */
    HARD_TANH("hard-tanh", new HardTanh()),
    /** 0 up to z = -3, 1 from z = 3 on, and 1/2 + z/6 in between; its derivative at -3 and at 3 is 0. */
    HARD_SIGMOID("hard-sigmoid", new HardSigmoid());

    /** What a function is made of, as its {@link #pieces()} tell. */
    public enum Shape {
        /**
         * Straight with one kink at 0 at most: z above 0, and z times some slope below it. The identity is the one of slope 1,
         * which has no kink. Kernels have fast paths for this shape.
         */
        HINGE,
        /** Any other continuous function of straight pieces, some of which may be flat: has a useful gradient. */
        PIECEWISE,
        /** Flat pieces and jumps: its gradient is zero almost everywhere, so it cannot be trained by one. */
        STEP,
        /** Curved: has a useful gradient, and no pieces. */
        SMOOTH
    }

    /** Slope of the leaky ReLU on the negative side. */
    public static final double LEAK = LeakyRelu.LEAK;

    private final String label;

    // Formulas have no state, and pieces are immutable.
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

    /** The activation of pre-activation z. */
    public double apply(double z) {
        return function.apply(z);
    }

    /** Turns pre-activations into activations, [0 .. count-1], with the bits of {@link #apply(double)}. */
    void apply(double[] column, int count) {
        function.apply(column, count);
    }

    /**
     * The derivative at pre-activation z.
     *
     * @throws UnsupportedOperationException for a function made of flat pieces
     */
    public double derivative(double z) {
        if (!isDifferentiable()) {
            throw new UnsupportedOperationException("activation '" + label + "' has no useful gradient");
        }
        return function.derivative(z);
    }

    /** Whether gradients can train through this function. */
    public boolean isDifferentiable() {
        return shape != Shape.STEP;
    }

    /** What the function is made of. */
    public Shape shape() {
        return shape;
    }

    /**
     * The straight or flat pieces of the function, which give its values to the bit, but for the sign of a zero; empty where
     * it is curved.
     */
    public Optional<ActivationPieces> pieces() {
        return pieces;
    }

    /** Whether the function is z itself. */
    public boolean isIdentity() {
        return isIdentity;
    }

    /** Whether the function is max(z, 0). */
    public boolean isRectifier() {
        return isRectifier;
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

    /** The activations of a network's layers whose outputs are sums: those of the hidden layers, then the identity. */
    public static List<Activation> withIdentityOutputs(List<Activation> hidden) {
        List<Activation> all = new ArrayList<>(hidden);
        all.add(IDENTITY);
        return all;
    }

    /** All names, separated by commas. */
    public static String labels() {
        return String.join(", ", labels(activation -> true));
    }

    /** Names of the activations that are made of straight or flat pieces, the last two joined by a word: {@code a, b or c}. */
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
