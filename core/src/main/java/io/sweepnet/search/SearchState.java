package io.sweepnet.search;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The complete state of a search between two sweeps: with the same settings, a search that is resumed from it makes the same
 * steps as the original search.
 *
 * <pre>{@code
 * SearchState state = search.state();                                         // after a whole sweep
 * CoordinateSearch resumed = CoordinateSearch.resume(searchSettings, state);  // in this JVM or in another one
 * }</pre>
 *
 * @param sweep sweeps made, at least 0
 * @param step steps made, at least 0
 * @param loss loss of the parameters, by the direct rule
 * @param lowestLoss the lowest loss at the start and after any sweep; infinite if none was finite
 * @param sweepsWithoutGain latest sweeps in a row without gain, at least 0
 * @param candidateEvaluations losses evaluated, as counted by {@link Step#evaluations}
 * @param nonFiniteEvaluations number of evaluated losses that were NaN or infinite
 * @param parameters the current parameters
 * @param lowestParameters the parameters of the lowest loss
 */
public record SearchState(
        int sweep,
        long step,
        double loss,
        double lowestLoss,
        int sweepsWithoutGain,
        long candidateEvaluations,
        long nonFiniteEvaluations,
        Parameters parameters,
        Parameters lowestParameters)
        implements Serializable {

    private static final int HEAD = 7;

    public SearchState {
        if (sweep < 0 || step < 0 || sweepsWithoutGain < 0 || candidateEvaluations < 0 || nonFiniteEvaluations < 0) {
            throw new IllegalArgumentException("the counts of a search must not be negative, got sweep " + sweep
                    + ", step " + step + ", sweeps without gain " + sweepsWithoutGain + ", evaluations "
                    + candidateEvaluations + ", of them not finite " + nonFiniteEvaluations);
        }
        if (!parameters.architecture().equals(lowestParameters.architecture())) {
            throw new IllegalArgumentException("the parameters are of " + parameters.architecture()
                    + ", those of the lowest loss of " + lowestParameters.architecture());
        }
    }

    /** Returns the state of a search before its first sweep. */
    static SearchState initial(Parameters parameters, double loss) {
        double lowest = Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY;
        return new SearchState(0, 0, loss, lowest, 0, 0, 0, parameters, parameters);
    }

    /** Returns the state as numbers, from which {@link #of} restores it. Counts are exact up to 2^53. */
    public double[] toArray() {
        int count = parameters.count();
        double[] numbers = new double[HEAD + 2 * count];
        numbers[0] = sweep;
        numbers[1] = step;
        numbers[2] = loss;
        numbers[3] = lowestLoss;
        numbers[4] = sweepsWithoutGain;
        numbers[5] = candidateEvaluations;
        numbers[6] = nonFiniteEvaluations;
        System.arraycopy(parameters.toArray(), 0, numbers, HEAD, count);
        System.arraycopy(lowestParameters.toArray(), 0, numbers, HEAD + count, count);
        return numbers;
    }

    /**
     * Restores the state from the numbers of {@link #toArray}.
     *
     * @throws IllegalArgumentException if the numbers are not those of a search with as many parameters as the architecture
     *     has
     */
    public static SearchState of(Architecture architecture, double[] numbers) {
        int count = architecture.parameterCount();
        if (numbers.length != HEAD + 2 * count) {
            throw new IllegalArgumentException("the state of a search of " + count + " parameters has "
                    + (HEAD + 2 * count) + " numbers, got " + numbers.length);
        }
        return new SearchState(
                (int) numbers[0],
                (long) numbers[1],
                numbers[2],
                numbers[3],
                (int) numbers[4],
                (long) numbers[5],
                (long) numbers[6],
                Parameters.of(architecture, Arrays.copyOfRange(numbers, HEAD, HEAD + count)),
                Parameters.of(architecture, Arrays.copyOfRange(numbers, HEAD + count, numbers.length)));
    }
}
