package io.sweepnet.gradient;

/**
 * Is notified of each epoch, in the thread that trains.
 *
 * <pre>{@code
 * GradientListener printing =
 *         (epoch, loss, learningRate, parameters) -> System.out.println("epoch " + epoch + ": loss " + loss);
 * descent.run(printing, () -> false);
 * }</pre>
 */
@FunctionalInterface
public interface GradientListener {

    /**
     * Is called after each epoch.
     *
     * @param epoch number of the epoch, from 1
     * @param loss loss of all rows before the epoch's first update
     * @param learningRate learning rate after the plateau rule, which the next epoch uses
     * @param parameters the flat parameters after the epoch; must not be kept or changed
     */
    void onEpoch(int epoch, double loss, double learningRate, double[] parameters);
}
