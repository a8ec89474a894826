package io.sweepnet.training;

import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.network.Parameters;

/**
 * Training rows for gradient descent, local or remote.
 *
 * <pre>{@code
 * GradientDescent descent = rows.descent(settings.descent(100, 0.001), initial);
 * }</pre>
 */
public interface GradientSource extends LossSource {

    /**
     * Returns a gradient descent that starts at the given parameters.
     *
     * @throws IllegalArgumentException if the settings have mini-batches and the rows are not all in one process
     */
    GradientDescent descent(GradientDescent.Settings descent, Parameters initial);
}
