package io.sweepnet.gradient;

/** Hears of each epoch, in the thread that trains. */
@FunctionalInterface
public interface GradientListener {

    /**
     * An epoch was made.
     *
     * @param epoch counts from 1
     * @param loss loss of all rows before the epoch's first update
     * @param learningRate rate after the epoch: what the plateau rule leaves for the next one
     * @param parameters the parameters after the epoch; not to be kept or changed
     */
    void onEpoch(int epoch, double loss, double learningRate, double[] parameters);
}
