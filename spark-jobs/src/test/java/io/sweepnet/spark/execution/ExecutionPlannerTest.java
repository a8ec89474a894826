package io.sweepnet.spark.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.RandomProblem;
import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.TrainingRows;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.Step;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.spark.execution.ExecutionPlanner.Option;
import io.sweepnet.spark.execution.ExecutionPlanner.Plan;
import io.sweepnet.training.InMemoryTrainingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The planner takes what would be done first; ways of known slowness are told apart however noisy the machine is. */
class ExecutionPlannerTest {

    private static final RandomProblem PROBLEM = new RandomProblem(
            Architecture.of(3, List.of(20), 1, List.of(Activation.RELU)), new SquaredLoss(), 50, false, 1);

    private static final ModelSettings SETTINGS =
            ModelSettings.builder().architecture(PROBLEM.architecture()).build();

    private final List<String> discarded = new ArrayList<>();

    /** Steps that take at least so long. */
    private static class Slow implements TrainingRows {

        private final TrainingRows rows;
        private final long stepMillis;

        Slow(TrainingRows rows, long stepMillis) {
            this.rows = rows;
            this.stepMillis = stepMillis;
        }

        @Override
        public double loss(double[] parameters) {
            return rows.loss(parameters);
        }

        @Override
        public OptionalDouble validationLoss(double[] parameters) {
            return rows.validationLoss(parameters);
        }

        @Override
        public CandidateEvaluator evaluator(SearchSettings search, Parameters initial, double initialLoss) {
            CandidateEvaluator quick = rows.evaluator(search, initial, initialLoss);
            return new CandidateEvaluator() {
                @Override
                public Choice best(Step step) {
                    long end = System.nanoTime() + stepMillis * 1_000_000;
                    while (System.nanoTime() < end) {
                        LockSupport.parkNanos(end - System.nanoTime());
                    }
                    return quick.best(step);
                }

                @Override
                public void accept(ParameterIndex parameter, double value) {
                    quick.accept(parameter, value);
                }

                @Override
                public double loss() {
                    return quick.loss();
                }

                @Override
                public void close() {
                    quick.close();
                }
            };
        }

        @Override
        public boolean isDead(SearchSettings search, Parameters at) {
            return rows.isDead(search, at);
        }

        @Override
        public TrainingRows sample(double share, long seed) {
            return rows.sample(share, seed);
        }

        @Override
        public GradientDescent descent(GradientDescent.Settings descent, Parameters initial) {
            return rows.descent(descent, initial);
        }
    }

    private static TrainingRows table() {
        return new InMemoryTrainingRows(SETTINGS, PROBLEM.dataset(), Optional.empty());
    }

    private Option option(String name, long stepMillis) {
        return new Option(name, 1, () -> new Slow(table(), stepMillis), () -> discarded.add(name));
    }

    private static Plan plan(Option... options) {
        return plan(List.of(options), 1);
    }

    private static Plan plan(List<Option> options, int starts) {
        return new ExecutionPlanner(SETTINGS, PROBLEM.parameters(), 30, starts).plan(options);
    }

    @Test
    void itTakesTheQuickestAndSaysWhatItMeasured() {
        Plan plan = plan(option("driver", 60), option("candidates", 5), option("rows", 150));

        assertThat(plan.execution()).isEqualTo("candidates");
        assertThat(plan.measured()).extracting("execution").containsExactly("driver", "candidates", "rows");
        assertThat(plan.measured().get(0).stepSeconds()).isGreaterThanOrEqualTo(0.06);
        assertThat(plan.reason()).startsWith("candidates: driver ").contains(" ms a step, set up in ", "; rows ");
        assertThat(discarded).containsExactly("driver", "rows");
    }

    @Test
    void whatIsDoneSoonIsTakenWithoutSettingUpMore() {
        Plan plan = plan(option("driver", 0), option("candidates", 0));

        assertThat(plan.execution()).isEqualTo("driver");
        assertThat(plan.measured()).hasSize(1);
        assertThat(plan.reason()).endsWith("; done so soon that nothing else is worth setting up");
        assertThat(discarded).isEmpty();
    }

    @Test
    void ofSeveralStartsItCountsHowManyAreMadeAtOnce() {
        Option restarts = new Option("restarts", 4, () -> new Slow(table(), 30), () -> discarded.add("restarts"));
        List<Option> options = List.of(option("driver", 10), restarts);

        assertThat(plan(options, 1).execution()).isEqualTo("driver");
        assertThat(plan(options, 8).execution()).isEqualTo("restarts");
    }

    /** In the output layer steps are cheap where one pass over the rows serves them all. */
    @Test
    void itMeasuresTheFirstLayerWhateverTheOrder() {
        List<Integer> layers = new ArrayList<>();
        TrainingRows noted = new Slow(table(), 20) {
            @Override
            public CandidateEvaluator evaluator(SearchSettings search, Parameters initial, double initialLoss) {
                layers.add(new CoordinateSearch(search, initial, initialLoss)
                        .ask()
                        .orElseThrow()
                        .parameter()
                        .layer());
                return super.evaluator(search, initial, initialLoss);
            }
        };
        plan(new Option("driver", 1, () -> noted, () -> {}));

        assertThat(SETTINGS.search(1).order()).isEqualTo(ParameterOrder.OUTPUT_FIRST);
        assertThat(layers).containsExactly(0);
    }

    @Test
    void whatCannotServeIsPassedOver() {
        Option broken = new Option(
                "candidates",
                1,
                () -> {
                    StepChannel.start(
                            LocalSpark.session().sparkContext(),
                            CandidatePartitionedEvaluator.numbers(
                                    LocalSpark.session().sparkContext(), 99),
                            (partition, exchange) -> {},
                            new double[0]);
                    return table();
                },
                () -> discarded.add("candidates"));

        Plan plan = plan(option("driver", 60), broken);
        assertThat(plan.execution()).isEqualTo("driver");
        assertThat(plan.reason()).contains("candidates cannot serve: 99 tasks must run at the same time");
        assertThatThrownBy(() -> plan(broken)).hasMessageStartingWith("99 tasks must run at the same time");
    }
}
