package io.sweepnet.spark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportFormatTest {

    private static final Report NO_RUNS = new Report(List.of(), List.of(), List.of(), List.of());

    @Test
    void labelsAreDifferentAndFitForOptions() {
        assertThat(ReportFormat.ALL)
                .extracting(ReportFormat::label)
                .doesNotHaveDuplicates()
                .allMatch(label -> label.matches("[a-z]+(-[a-z]+)*"));
        assertThat(ReportFormat.ALL).extracting(ReportFormat::label).startsWith("text", "json");
    }

    @Test
    void aLabelNamesItsForm() {
        assertThat(ReportFormat.TEXT.renderer().render(NO_RUNS)).isEmpty();
        assertThat(ReportFormat.ALL.get(1).renderer().render(NO_RUNS)).isEqualTo("{\n  \"runs\": []\n}\n");
    }
}
