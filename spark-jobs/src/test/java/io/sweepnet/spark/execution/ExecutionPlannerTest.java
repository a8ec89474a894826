package io.sweepnet.spark.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.data.Split;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.training.EvaluatedRows;
import io.sweepnet.training.SearchSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;

/** The planner takes what would be done first; ways of known slowness are told apart however noisy the machine is. */
class ExecutionPlannerTest {

    private static final RandomProblem PROBLEM = new RandomProblem(
            Architecture.of(3, List.of(20), 1, List.of(Activation.RELU)), new SquaredLoss(), 50, false, 1);

    private static final ModelSettings SETTINGS =
            ModelSettings.builder().architecture(PROBLEM.architecture()).build();

    private final List<String> discarded = new ArrayList<>();

    /** Rows whose steps take at least so long. */
    private static SearchSource slow(long stepMillis) {
        return EvaluatedRows.of(
                SETTINGS, PROBLEM.dataset(), (initial, dataset, loss) -> new Slow(initial, dataset, loss, stepMillis));
    }

    private static class Slow implements CandidateEvaluator {

        private final CandidateEvaluator quick;
        private final long stepMillis;

        Slow(Parameters initial, Dataset dataset, Loss loss, long stepMillis) {
            this.quick = Kernel.PIECEWISE.create(initial, dataset, loss);
            this.stepMillis = stepMillis;
        }

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
    }

    private static SearchRequest request(int starts) {
        return new SearchRequest(SETTINGS, Optional.of(PROBLEM.parameters()), 30, starts);
    }

    private Execution execution(String name, Supplier<SearchSource> rows) {
        ExecutionReport report =
                new ExecutionReport(name, Kernel.PIECEWISE, Optional.empty(), 1, 1, 1, Optional.empty());
        return new RowsExecution(request(1), report, rows, () -> discarded.add(name));
    }

    private Execution execution(String name, long stepMillis) {
        return execution(name, () -> slow(stepMillis));
    }

    private static ExecutionPlan plan(Execution... executions) {
        return plan(List.of(executions), 1);
    }

    private static ExecutionPlan plan(List<Execution> executions, int starts) {
        Execution chosen = new ExecutionPlanner(request(starts)).measured(executions);
        ExecutionPlan plan = chosen.report().plan().orElseThrow();
        assertThat(plan.execution()).isEqualTo(chosen.report().execution());
        return plan;
    }

    @Test
    void itTakesTheQuickestAndSaysWhatItMeasured() {
        ExecutionPlan plan = plan(execution("driver", 60), execution("candidates", 5), execution("rows", 150));

        assertThat(plan.execution()).isEqualTo("candidates");
        assertThat(plan.measured()).extracting("execution").containsExactly("driver", "candidates", "rows");
        assertThat(plan.measured().get(0).stepSeconds()).isGreaterThanOrEqualTo(0.06);
        assertThat(plan.reason()).startsWith("candidates: driver ").contains(" ms a step, set up in ", "; rows ");
        assertThat(discarded).containsExactly("driver", "rows");
    }

    @Test
    void whatIsDoneSoonIsTakenWithoutSettingUpMore() {
        ExecutionPlan plan = plan(execution("driver", 0), execution("candidates", 0));

        assertThat(plan.execution()).isEqualTo("driver");
        assertThat(plan.measured()).hasSize(1);
        assertThat(plan.reason()).endsWith("; done so soon that nothing else is worth setting up");
        assertThat(discarded).isEmpty();
    }

    @Test
    void ofSeveralStartsItCountsHowManyAreMadeAtOnce() {
        SparkContext spark = LocalSpark.session().sparkContext();
        assertThat(StepChannel.slots(spark)).isEqualTo(2);
        Split split = new Split(PROBLEM.dataset(), Optional.empty(), Optional.empty());
        Execution restarts = new RestartsExecution(spark, request(8), split, () -> slow(30));
        List<Execution> options = List.of(execution("driver", 20), restarts);

        assertThat(plan(options, 1).execution()).isEqualTo("driver");
        assertThat(plan(options, 8).execution()).isEqualTo("restarts");
    }

    /** In the output layer steps are cheap where one pass over the rows serves them all. */
    @Test
    void itMeasuresTheFirstLayerWhateverTheOrder() {
        List<Integer> layers = new ArrayList<>();
        plan(execution(
                "driver",
                () -> EvaluatedRows.of(
                        SETTINGS, PROBLEM.dataset(), (initial, dataset, loss) -> new Slow(initial, dataset, loss, 20) {
                            @Override
                            public Choice best(Step step) {
                                layers.add(step.parameter().layer());
                                return super.best(step);
                            }
                        })));

        assertThat(SETTINGS.search(1).order()).isEqualTo(ParameterOrder.OUTPUT_FIRST);
        assertThat(layers).containsOnly(0).hasSizeGreaterThan(5);
    }

    @Test
    void whatCannotServeIsPassedOver() {
        Execution broken = execution("candidates", () -> {
            StepChannel.start(
                    LocalSpark.session().sparkContext(),
                    CandidatePartitionedEvaluator.numbers(LocalSpark.session().sparkContext(), 99),
                    (partition, exchange) -> {},
                    new double[0]);
            return slow(0);
        });

        ExecutionPlan plan = plan(execution("driver", 60), broken);
        assertThat(plan.execution()).isEqualTo("driver");
        assertThat(plan.reason()).contains("candidates cannot serve: 99 tasks must run at the same time");
        assertThatThrownBy(() -> plan(broken)).hasMessageStartingWith("99 tasks must run at the same time");
    }
}
