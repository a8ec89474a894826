package io.sweepnet.spark.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.data.Dataset;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.training.InMemoryTrainingRows;
import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Starts on executors are those of the driver, to the bit. */
@Timeout(120)
class RestartSearchTest {

    private static final int SWEEPS = 6;
    private static final Dataset TRAINING = table(60, 1);
    private static final Optional<Dataset> VALIDATION = Optional.of(table(20, 2));

    /** Spark tells of a job's end a little later. */
    @AfterEach
    void noJobIsLeft() {
        while (spark().statusTracker().getActiveJobIds().length > 0) {
            Thread.onSpinWait();
        }
    }

    private static SparkContext spark() {
        return LocalSpark.session().sparkContext();
    }

    private static Dataset table(int rows, long seed) {
        Random random = new Random(seed);
        double[] a = random.doubles(rows, -2, 2).toArray();
        double[] b = random.doubles(rows, -2, 2).toArray();
        double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            y[row] = Math.abs(a[row]) - b[row] * b[row];
        }
        return Dataset.of(new double[][] {a, b}, y);
    }

    /** Everything that follows from a seed: parameters, orders and ties. */
    private static ModelSettings settings(Kernel kernel) {
        return ModelSettings.builder()
                .inputSize(2)
                .hiddenSizes(3)
                .outputSize(1)
                .activations(kernel == Kernel.PIECEWISE ? Activation.STEP : Activation.TANH)
                .rangeSizes(9, 9)
                .order(ParameterOrder.RANDOM)
                .ties(Ties.RANDOM)
                .tolerance(0)
                .patience(2)
                .seed(11)
                .kernel(kernel)
                .build();
    }

    private static RestartSearch search(Kernel kernel, Optional<Parameters> initial) {
        return new RestartSearch(
                spark(), new SearchRequest(settings(kernel), initial, SWEEPS, 1), TRAINING, VALIDATION);
    }

    private static TrainingHistory inDriver(Kernel kernel, Optional<Parameters> initial, int number) {
        return SearchModel.ofStart(settings(kernel), initial, number)
                .search(settings(kernel).rows(TRAINING, VALIDATION), SWEEPS, TrainingContext.NONE);
    }

    private static List<Object> withoutTimes(TrainingHistory history) {
        List<Object> all = new ArrayList<>(List.of(
                history.initial(), history.trained(), history.finalLoss(), history.status(), history.stopReason()));
        for (Iteration i : history.iterations()) {
            all.addAll(List.of(i.number(), i.loss(), i.validationLoss(), i.candidateEvaluations(), i.accepted()));
        }
        return all;
    }

    private static List<List<Object>> withoutTimes(Starts starts) {
        return starts.all().stream()
                .map(start -> List.<Object>of(
                        start.number(),
                        start.seed(),
                        start.initialLoss(),
                        start.finalLoss(),
                        start.iterations(),
                        start.stopReason()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void startsAreThoseOfTheDriver(Kernel kernel) {
        Parameters given = settings(kernel).ofStart(99).initialParameters();
        for (Optional<Parameters> initial : List.of(Optional.<Parameters>empty(), Optional.of(given))) {
            Starts expected = new Starts(settings(kernel).seed());
            for (int number = 0; number < 7; number++) {
                expected.add(number, inDriver(kernel, initial, number));
            }

            Starts found = search(kernel, initial).run(7, TrainingListener.NONE, () -> false);

            assertThat(withoutTimes(found)).isEqualTo(withoutTimes(expected));
            assertThat(withoutTimes(found.history(0, false))).isEqualTo(withoutTimes(expected.history(0, false)));
            assertThat(found.candidateEvaluations()).isEqualTo(expected.candidateEvaluations());
        }
    }

    /** Each needs all slots for long; they take turns. */
    @Test
    void startsBesideASearchOverCandidatesBothEnd() throws Exception {
        Kernel kernel = Kernel.INCREMENTAL;
        ModelSettings settings = settings(kernel);
        InMemoryTrainingRows table = settings.rows(TRAINING, VALIDATION);
        SharedProblem shared = new SharedProblem(
                spark(), new SearchProblem(settings.architecture(), table.dataset(), settings.loss(), kernel, false));
        BroadcastTable rows = new BroadcastTable(table, shared, 2);
        TrainingHistory expected = inDriver(kernel, Optional.empty(), 0);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                Future<Starts> starts =
                        pool.submit(() -> search(kernel, Optional.empty()).run(6, TrainingListener.NONE, () -> false));
                Future<TrainingHistory> split =
                        pool.submit(() -> new SearchModel(settings).search(rows, SWEEPS, TrainingContext.NONE));
                assertThat(starts.get().count()).isEqualTo(6);
                assertThat(split.get().trained()).isEqualTo(expected.trained());
            }
        } finally {
            pool.shutdownNow();
            shared.discard();
        }
    }

    @Test
    void theListenerHearsOfEveryStartInTheCallingThread() {
        List<String> heard = new ArrayList<>();
        Thread caller = Thread.currentThread();

        search(Kernel.DIRECT, Optional.empty())
                .run(
                        5,
                        new TrainingListener() {
                            @Override
                            public void onStart(Starts ended, int of) {
                                assertThat(Thread.currentThread()).isSameAs(caller);
                                heard.add(ended.count() + " of " + of);
                            }
                        },
                        () -> false);

        assertThat(heard).containsExactly("1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5");
    }

    @Test
    void aCancelledSearchHasTheStartsThatHaveEnded() {
        AtomicBoolean cancelled = new AtomicBoolean();

        Starts starts = search(Kernel.DIRECT, Optional.empty())
                .run(
                        10_000,
                        new TrainingListener() {
                            @Override
                            public void onStart(Starts ended, int of) {
                                cancelled.set(ended.count() >= 3);
                            }
                        },
                        cancelled::get);

        assertThat(starts.count()).isBetween(3, 9_999);
        for (Starts.Start start : starts.all()) {
            assertThat(start.finalLoss())
                    .isEqualTo(inDriver(Kernel.DIRECT, Optional.empty(), start.number())
                            .finalLoss());
        }
    }

    @Test
    void aSearchThatIsCancelledAtOnceHasNone() {
        assertThat(search(Kernel.DIRECT, Optional.empty())
                        .run(10_000, TrainingListener.NONE, () -> true)
                        .count())
                .isZero();
    }

    /** Another search's threads stop Spark's jobs, which is what a cancellation in need does. */
    @Test
    void jobsThatAreCancelledFromOutsideEndACancelledSearch() {
        AtomicBoolean cancelled = new AtomicBoolean();

        Starts starts = search(Kernel.DIRECT, Optional.empty())
                .run(
                        10_000,
                        new TrainingListener() {
                            @Override
                            public void onStart(Starts ended, int of) {
                                if (ended.count() == 2) {
                                    spark().cancelAllJobs();
                                    cancelled.set(true);
                                }
                            }
                        },
                        cancelled::get);

        assertThat(starts.count()).isBetween(2, 9_999);
    }

    @Test
    void jobsThatNobodyWantedToEndAreAFailure() {
        assertThatThrownBy(() -> search(Kernel.DIRECT, Optional.empty())
                        .run(
                                10_000,
                                new TrainingListener() {
                                    @Override
                                    public void onStart(Starts ended, int of) {
                                        spark().cancelAllJobs();
                                    }
                                },
                                () -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the starts on executors failed: ");
    }

    /** Of what would fail again, Spark is not told, or it would try again. */
    @Test
    void aStartThatFailsSaysWhy() {
        ModelSettings smooth =
                settings(Kernel.DIRECT).toBuilder().kernel(Kernel.PIECEWISE).build();
        RestartSearch search = new RestartSearch(
                spark(), new SearchRequest(smooth, Optional.empty(), SWEEPS, 1), TRAINING, Optional.empty());

        assertThatThrownBy(() -> search.run(1, TrainingListener.NONE, () -> false))
                .isInstanceOf(SearchFailedException.class)
                .hasMessage("start 0 failed on its executor with IllegalArgumentException: activation 'tanh' is not"
                        + " made of pieces; identity, relu, leaky-relu, step, sign, hard-tanh and hard-sigmoid are");
    }
}
