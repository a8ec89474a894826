package io.sweepnet.metric;

import io.sweepnet.loss.CrossEntropyLoss;
import io.sweepnet.loss.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The registry of metrics, in the order of tables, to which new metrics are added.
 *
 * <pre>{@code
 * boolean higherIsBetter = Metrics.named("accuracy").higherIsBetter(); // true
 * List<Metric> ofClassification = Metrics.of(true);
 * }</pre>
 */
public final class Metrics {

    /** The root mean squared error. */
    public static final MeanMetric RMSE = new RootMeanSquaredError();

    /** The coefficient of determination. */
    public static final Metric R2 = new RSquared();

    /** The share of correctly predicted classes. */
    public static final MeanMetric ACCURACY = new Accuracy();

    /** The F1 score. */
    public static final Metric F1 = new F1Score();

    private static final List<Metric> ALL = List.of(
            RMSE,
            new MeanAbsoluteError(),
            new MedianAbsoluteError(),
            R2,
            new LossMetric("log_loss", new CrossEntropyLoss()),
            ACCURACY,
            F1,
            new Precision(),
            new Recall(),
            new BalancedAccuracy(),
            new MatthewsCorrelation(),
            new BrierScore(),
            new RocAuc());

    private Metrics() {}

    /** Returns the metrics for classification, or those for regression. */
    public static List<Metric> of(boolean classes) {
        return ALL.stream().filter(metric -> metric.isForClasses() == classes).toList();
    }

    /**
     * Returns the loss of the training as the metric {@code loss}, followed by the metrics for classification or regression
     * that fit it.
     *
     * @param loss the loss for targets and outputs as the network has them, scaled if the target was scaled
     */
    public static List<Metric> with(Loss loss) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new LossMetric("loss", loss));
        metrics.addAll(of(loss.isForClasses()));
        return List.copyOf(metrics);
    }

    /**
     * Returns the metric of a name.
     *
     * @throws IllegalArgumentException for an unknown name; the message has it and all known names
     */
    public static Metric named(String name) {
        return ALL.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown metric '" + name + "'; known are " + names()));
    }

    /** Returns all names, separated by commas. */
    public static String names() {
        return ALL.stream().map(Metric::name).collect(Collectors.joining(", "));
    }
}
