package io.sweepnet.spark.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunRowTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    /** Each column has its value from the component of its name: no two stand in each other's place. */
    @Test
    void eachColumnIsAComponentOfTheRowOrOfOneOfItsParts() throws ReflectiveOperationException {
        RunRow row = SampleRows.run(SampleRows.RUN);
        List<Record> records = List.of(row, row.data(), row.setup(), row.environment(), row.placement(), row.outcome());

        Map<String, Object> values = new HashMap<>();
        for (Record record : records) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (!component.getType().isRecord()) {
                    Object value = component.getAccessor().invoke(record);
                    assertThat(values.put(snakeCase(component.getName()), value))
                            .isNull();
                }
            }
        }

        assertThat(values).hasSize(39);
        for (RecordColumn column : ResultTable.RUNS.columns()) {
            assertThat(column.value(row)).as(column.name()).isNotNull().isEqualTo(values.get(column.name()));
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    @Test
    void aRowIsMadeOfItsColumnsValues() {
        RunRow row = SampleRows.run(SampleRows.RUN);
        Object[] values = ResultTable.RUNS.columns().stream()
                .map(column -> column.value(row))
                .toArray();

        assertThat(ResultTable.RUNS.newRow(values)).isEqualTo(row);
    }

    @Test
    void noPartOfARowIsLeftOut() {
        RunRow row = SampleRows.run(SampleRows.RUN);

        assertThatNullPointerException()
                .isThrownBy(() -> new RunRow(
                        row.runId(),
                        row.model(),
                        row.startedAt(),
                        row.finishedAt(),
                        row.status(),
                        row.data(),
                        row.setup(),
                        row.environment(),
                        null,
                        row.outcome(),
                        row.details()))
                .withMessage("placement");
    }

    @Test
    void timesAreWholeMicroseconds() {
        RunRow row = SampleRows.timedRun(
                SampleRows.RUN,
                Instant.parse("1969-12-31T23:59:59.999999999Z"),
                Instant.parse("2026-01-01T00:00:00.000000999Z"));

        assertThat(row.startedAt()).isEqualTo("1969-12-31T23:59:59.999999Z");
        assertThat(row.finishedAt()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void aClockThatWasSetBackGivesNoNegativeDuration() {
        RunRow row = SampleRows.timedRun(SampleRows.RUN, NOON, NOON.minusSeconds(3600));

        assertThat(row.finishedAt()).isEqualTo(NOON);
    }

    @Test
    void listsAreCopied() {
        List<String> classes = new ArrayList<>(List.of("a"));
        RunRow.Data data = new RunRow.Data(null, null, null, null, null, null, classes);
        classes.add("b");

        assertThat(data.classes()).containsExactly("a");
        assertThatThrownBy(() -> data.classes().add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aStatusThatThisVersionDoesNotWriteIsRefused() {
        assertThat(RunRow.STATUSES)
                .allSatisfy(status -> assertThat(RunRow.checkStatus(status)).isEqualTo(status));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunRow.checkStatus("ok"))
                .withMessage("status is one of [done, cancelled, diverged, failed], got ok");
    }

    @Test
    void everyRowNeedsARun() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRows.run(null));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRows.history("007", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRows.metric(""));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRows.parameter(null));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRows.prediction("a=b/c", 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRows.start("x y", true));
    }
}
