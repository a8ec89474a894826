package io.sweepnet.metric;

import io.sweepnet.loss.CrossEntropyLoss;
import io.sweepnet.loss.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All metrics, in the order in which tables have them: the place to enter a new one. For example,
 * {@code Metrics.named("accuracy").higherIsBetter()} is true.
 */
public final class Metrics {

    /** Root mean squared error. */
    public static final MeanMetric RMSE = new RootMeanSquaredError();

    /** Coefficient of determination. */
    public static final Metric R2 = new RSquared();

    /** Share of right classes. */
    public static final MeanMetric ACCURACY = new Accuracy();

    /** F1. */
    public static final Metric F1 = new F1Score();

    private static final List<Metric> ALL = List.of(
            RMSE,
            new MeanAbsoluteError(),
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

    /** The metrics of classes, or of numbers. */
    public static List<Metric> of(boolean classes) {
        return ALL.stream().filter(metric -> metric.isForClasses() == classes).toList();
    }

    /**
     * The loss trained on, as the metric {@code loss}, then the metrics that go with it: of classes, or of numbers.
     *
     * @param loss for targets and outputs as the network sees them
     */
    public static List<Metric> with(Loss loss) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new LossMetric("loss", loss));
        metrics.addAll(of(loss.isForClasses()));
        return List.copyOf(metrics);
    }

    /**
     * The metric of a name.
     *
     * @throws IllegalArgumentException naming the text and all known names
     */
    public static Metric named(String name) {
        return ALL.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown metric '" + name + "'; known are " + names()));
    }

    /** All names, separated by commas. */
    public static String names() {
        return ALL.stream().map(Metric::name).collect(Collectors.joining(", "));
    }
}
