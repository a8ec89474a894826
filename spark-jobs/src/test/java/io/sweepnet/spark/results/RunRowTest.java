package io.sweepnet.spark.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunRowTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    void theBuilderSetsEachColumn() {
        RunRow row = SampleRows.run(SampleRows.RUN);

        assertThat(row.toBuilder().build()).isEqualTo(row);
        assertThat(copyBySetters(row)).isEqualTo(row);
    }

    private static RunRow copyBySetters(RunRow row) {
        return RunRow.builder(row.runId())
                .model(row.model())
                .startedAt(row.startedAt())
                .finishedAt(row.finishedAt())
                .status(row.status())
                .dataset(row.dataset())
                .datasetSha256(row.datasetSha256())
                .rows(row.rows())
                .droppedRows(row.droppedRows())
                .features(row.features())
                .task(row.task())
                .classes(row.classes())
                .architecture(row.architecture())
                .lossName(row.lossName())
                .config(row.config())
                .seed(row.seed())
                .version(row.version())
                .sparkVersion(row.sparkVersion())
                .javaVersion(row.javaVersion())
                .master(row.master())
                .execution(row.execution())
                .kernel(row.kernel())
                .channel(row.channel())
                .executors(row.executors())
                .partitions(row.partitions())
                .threads(row.threads())
                .parameters(row.parameters())
                .candidateEvaluations(row.candidateEvaluations())
                .nonfiniteEvaluations(row.nonfiniteEvaluations())
                .directDecisions(row.directDecisions())
                .initialLoss(row.initialLoss())
                .finalLoss(row.finalLoss())
                .validationLoss(row.validationLoss())
                .testLoss(row.testLoss())
                .iterations(row.iterations())
                .stopReason(row.stopReason())
                .wallSeconds(row.wallSeconds())
                .details(row.details())
                .build();
    }

    @Test
    void timesAreWholeMicroseconds() {
        RunRow row = RunRow.builder(SampleRows.RUN)
                .startedAt(Instant.parse("1969-12-31T23:59:59.999999999Z"))
                .finishedAt(Instant.parse("2026-01-01T00:00:00.000000999Z"))
                .build();

        assertThat(row.startedAt()).isEqualTo("1969-12-31T23:59:59.999999Z");
        assertThat(row.finishedAt()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void aClockThatWasSetBackGivesNoNegativeDuration() {
        RunRow row = RunRow.builder(SampleRows.RUN)
                .startedAt(NOON)
                .finishedAt(NOON.minusSeconds(3600))
                .build();

        assertThat(row.finishedAt()).isEqualTo(NOON);
    }

    @Test
    void listsAreCopied() {
        List<String> classes = new ArrayList<>(List.of("a"));
        RunRow row = RunRow.builder(SampleRows.RUN).classes(classes).build();
        classes.add("b");

        assertThat(row.classes()).containsExactly("a");
        assertThatThrownBy(() -> row.classes().add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theBuilderKnowsTheStatuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunRow.builder(SampleRows.RUN).status("ok"))
                .withMessage("status is one of [done, cancelled, diverged, failed], got ok");
    }

    @Test
    void everyRowNeedsARun() {
        assertThatIllegalArgumentException().isThrownBy(() -> RunRow.builder(null));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRows.history("007", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRows.metric(""));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRows.parameter(null));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRows.prediction("a=b/c", 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRows.start("x y", true));
    }
}
