package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.RandomProblem;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Grid;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.remote.RemoteRows;
import io.sweepnet.search.kernel.remote.RowQuestion;
import io.sweepnet.search.kernel.remote.RowShards;
import io.sweepnet.search.kernel.remote.ShardGroup;
import io.sweepnet.training.EvaluatorRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Processes that each hold some shards, and know nothing of each other but the sums of their answers, run one search: threads
 * in their place, which share nothing but the exchange of arrays.
 */
@Timeout(300)
class SearchInStepTest {

    private static final Grid GRID = Grid.of(-3, 3, 21);

    @ParameterizedTest
    @CsvSource({
        "PIECEWISE, RELU, squared", "PIECEWISE, STEP, zero-one", "PIECEWISE, LEAKY_RELU, absolute",
        "PIECEWISE, SIGN, huber", "INCREMENTAL, TANH, cross-entropy", "INCREMENTAL, RELU, squared"
    })
    void processesGoOnAlike(Kernel kernel, Activation activation, String name) throws Exception {
        Loss loss = Losses.of(name);
        Architecture architecture =
                Architecture.of(3, List.of(4, 2), loss.isForClasses() ? 3 : 1, List.of(activation, activation));
        RandomProblem problem = new RandomProblem(architecture, loss, 5_000, true, 5);
        List<Object> expected =
                searched(problem, Kernel.INCREMENTAL.create(problem.parameters(), problem.dataset(), loss));

        assertThat(inStep(kernel, problem)).hasSize(4).containsOnly(expected);
    }

    private static List<List<Object>> inStep(Kernel kernel, RandomProblem problem) throws Exception {
        RemoteTable table = RemoteTable.of(problem.dataset(), 4);
        Exchange exchange = new Exchange(table.groups().size());
        ExecutorService processes = Executors.newFixedThreadPool(table.groups().size());
        try {
            List<Callable<List<Object>>> searches = new ArrayList<>();
            for (ShardGroup group : table.groups()) {
                searches.add(() -> {
                    RowShards shards = kernel.shards(problem.parameters(), group, problem.loss());
                    RemoteRows rows = exchange.rows(table.groups().indexOf(group), shards);
                    return searched(problem, kernel.create(problem.parameters(), table.facts(), problem.loss(), rows));
                });
            }
            List<List<Object>> found = new ArrayList<>();
            for (Future<List<Object>> search : processes.invokeAll(searches)) {
                found.add(search.get());
            }
            return found;
        } finally {
            processes.shutdownNow();
        }
    }

    private static List<Object> searched(RandomProblem problem, CandidateEvaluator made) {
        SearchSettings settings = new SearchSettings(
                new SearchSpace(GRID, GRID),
                ParameterOrder.OUTPUT_FIRST,
                Ties.RANDOM,
                true,
                new StopRule(2, 0, 2),
                problem.seed());
        try (CandidateEvaluator evaluator = made) {
            CoordinateSearch search = new CoordinateSearch(settings, problem.parameters(), evaluator.loss());
            EvaluatorRunner.play(search, evaluator, SearchListener.NONE, () -> false);
            return List.of(search.parameters(), search.loss(), search.candidateEvaluations());
        }
    }

    /** Adds up the arrays of all processes, once all are there. */
    private static final class Exchange {

        private final double[][] answers;
        private final CyclicBarrier barrier;
        private double[] sum;

        Exchange(int processes) {
            this.answers = new double[processes][];
            this.barrier = new CyclicBarrier(processes, this::addUp);
        }

        private void addUp() {
            double[] total = new double[answers[0].length];
            for (double[] answer : answers) {
                for (int i = 0; i < total.length; i++) {
                    total[i] += answer[i];
                }
            }
            sum = total;
        }

        RemoteRows rows(int process, RowShards shards) {
            return new RemoteRows() {
                @Override
                public double[] ask(RowQuestion question) {
                    answers[process] = shards.answer(question);
                    try {
                        barrier.await();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        throw new IllegalStateException("a process is gone", e);
                    }
                    return sum;
                }

                @Override
                public void moved(ParameterIndex parameter, double value) {
                    shards.moved(parameter, value);
                }
            };
        }
    }
}
