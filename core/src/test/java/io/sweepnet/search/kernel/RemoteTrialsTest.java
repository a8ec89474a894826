package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.Dataset;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.EvaluatorPair;
import io.sweepnet.search.SearchListener;
import io.sweepnet.training.EvaluatorRunner;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Small problems that arithmetic by shortcuts is likely to get wrong, their rows repeated until there are three shards, in
 * lockstep with the incremental kernel of one JVM: every answer has the bits of the direct rule.
 */
class RemoteTrialsTest {

    private static final int ROWS = 3_100;

    @Test
    void shardsThatAreKept() {
        int piecewise = 0;
        for (int seed = 1; seed <= 20; seed++) {
            piecewise += play(seed, true) ? 1 : 0;
        }
        assertThat(piecewise).as("trials of the piecewise kernel").isGreaterThan(7);
    }

    @Test
    void shardsThatAreMadeAnew() {
        int piecewise = 0;
        for (int seed = 1_001; seed <= 1_010; seed++) {
            piecewise += play(seed, false) ? 1 : 0;
        }
        assertThat(piecewise).as("trials of the piecewise kernel").isGreaterThan(3);
    }

    private static boolean play(int seed, boolean areKept) {
        KernelTrial trial = TrialGenerator.of(seed);
        Dataset table = repeated(trial.dataset());
        Kernel kernel = Kernel.fastest(trial.initial().architecture(), trial.loss());
        CandidateEvaluator remote =
                RemoteTable.evaluator(kernel, trial.initial(), table, trial.loss(), 1 + seed % 3, areKept);
        CandidateEvaluator reference = Kernel.INCREMENTAL.create(trial.initial(), table, trial.loss());
        try (EvaluatorPair pair = new EvaluatorPair(remote, reference, kernel + ", " + trial.problem())) {
            CoordinateSearch search = new CoordinateSearch(trial.settings(), trial.initial(), pair.loss());
            EvaluatorRunner.play(search, pair, SearchListener.NONE, () -> false);
        }
        return kernel == Kernel.PIECEWISE;
    }

    private static Dataset repeated(Dataset table) {
        return table.rows(
                        IntStream.range(0, ROWS).map(row -> row % table.rows()).toArray())
                .canonical();
    }
}
