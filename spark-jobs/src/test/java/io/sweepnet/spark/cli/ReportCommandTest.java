package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.report.ReportFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportCommandTest {

    @Test
    void eachFormButTextIsAnOption() {
        CommandRun help = CommandRun.of("report", "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).doesNotContain("--text");
        for (ReportFormat format : ReportFormat.ALL) {
            if (!format.equals(ReportFormat.TEXT)) {
                assertThat(help.out().lines())
                        .anyMatch(line ->
                                line.matches(" +--" + format.label() + " +.+") && line.endsWith(format.description()));
            }
        }
    }

    @Test
    void theHelpNamesTheOptionsOfTheTablesBeforeTheForms() {
        List<String> options = CommandRun.of("report", "--help")
                .out()
                .lines()
                .filter(line -> line.matches(" +(-., )?--.*"))
                .map(line -> line.replaceAll("^ +(-., )?(--[a-z-]+).*", "$2"))
                .toList();

        assertThat(options)
                .containsExactly("--results", "--run", "--json", "--help", "--version", "--quiet", "--json-log");
    }
}
