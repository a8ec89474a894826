package io.sweepnet.spark.bench;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Split;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.ZeroOneLoss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.execution.CandidatesExecution;
import io.sweepnet.spark.execution.SearchRequest;
import io.sweepnet.training.SearchSource;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkContext;

/**
 * Sweepnet's search, ended after a time. Timed is all that it does from the rows on, what it needs to know of its own progress
 * too; the errors of its networks are taken afterwards.
 *
 * @param name of the settings
 * @param table rows in canonical order
 * @param settings of the model, but for the seed
 * @param place where candidates are evaluated
 * @param maxSweeps sweeps at most
 * @param maxSeconds time after which no further step is begun
 */
record TimedSearch(String name, Dataset table, ModelSettings settings, Place place, int maxSweeps, double maxSeconds)
        implements Contender {

    private static final int PARTS_OF_SWEEP = 4;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Makes what a model learns from. */
    @FunctionalInterface
    interface Place {
        SearchSource rows(ModelSettings settings, Dataset table);
    }

    /** {@code search.execution = driver}, with so many {@code search.threads}. */
    static Place driver(int threads) {
        return (settings, table) -> settings.rows(table, Optional.empty()).with(kernel(settings), threads);
    }

    /** {@code search.execution = candidates}, cut into as many parts as there are task slots. */
    static Place candidates(SparkContext spark) {
        return (settings, table) -> new CandidatesExecution(
                        spark, SearchRequest.of(settings, 1), new Split(table, Optional.empty(), Optional.empty()))
                .rows();
    }

    private static Kernel kernel(ModelSettings settings) {
        return Kernel.fastest(settings.architecture(), settings.loss());
    }

    @Override
    public ErrorTrace train(long seed) {
        ModelSettings own = settings.toBuilder().seed(seed).build();
        Progress progress = new Progress();
        SearchModel model = new SearchModel(own);
        model.search(
                place.rows(own, table),
                maxSweeps,
                new TrainingContext(Optional.empty(), progress, () -> progress.seconds() > maxSeconds));
        progress.reached(model.network().parameters());
        return progress.trace();
    }

    /** Where a search was after each part of a sweep, and at its end: a search can be ended at any step. */
    private final class Progress implements TrainingListener {

        private final int stepsOfPart = Math.max(1, settings.architecture().parameterCount() / PARTS_OF_SWEEP);
        private final long begin = System.nanoTime();
        private final List<Double> seconds = new ArrayList<>();
        private final List<Parameters> parameters = new ArrayList<>();
        private int steps;

        double seconds() {
            return (System.nanoTime() - begin) / NANOS_PER_SECOND;
        }

        @Override
        public void onStep(CoordinateSearch search) {
            steps++;
            if (steps % stepsOfPart == 0) {
                reached(search.parameters());
            }
        }

        void reached(Parameters place) {
            seconds.add(seconds());
            parameters.add(place);
        }

        ErrorTrace trace() {
            DirectLoss error = new DirectLoss(settings.architecture(), table, new ZeroOneLoss());
            List<ErrorTrace.Point> points = new ArrayList<>();
            for (int i = 0; i < seconds.size(); i++) {
                points.add(new ErrorTrace.Point(
                        seconds.get(i), error.of(parameters.get(i).toArray())));
            }
            return new ErrorTrace(points);
        }
    }
}
