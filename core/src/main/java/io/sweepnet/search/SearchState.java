package io.sweepnet.search;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import java.io.Serializable;
import java.util.Arrays;

/**
 * All there is to know of a search between two sweeps: with the same settings, a search that goes on from it makes the steps
 * that the search it was taken of makes.
 *
 * <pre>{@code
 * SearchState state = search.state();                                   // after a whole sweep
 * CoordinateSearch resumed = CoordinateSearch.resume(settings, state);  // in this JVM or in another one
 * }</pre>
 *
 * @param sweep sweeps made, at least 0
 * @param step steps made, at least 0
 * @param loss loss of the parameters, by the direct rule
 * @param lowestLoss the lowest loss at the start and after any sweep; infinite where none was finite
 * @param sweepsWithoutGain sweeps in a row that brought no gain, at least 0
 * @param candidateEvaluations losses evaluated, as {@link Step#evaluations} counts them
 * @param nonFiniteEvaluations how many of them were NaN or infinite
 * @param parameters the parameters as they are
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

    /** The state of a search that has not begun. */
    static SearchState initial(Parameters parameters, double loss) {
        double lowest = Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY;
        return new SearchState(0, 0, loss, lowest, 0, 0, 0, parameters, parameters);
    }

    /** The state as numbers, of which {@link #of} makes it again. Counts are exact up to 2^53. */
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
     * The state of which {@link #toArray} made the numbers.
     *
     * @throws IllegalArgumentException where they are of another number of parameters than the architecture has
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
