package io.sweepnet.spark.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests of results folders share: a folder, a run of few rows in it, and what is in it then. */
final class ResultsFolders {

    private ResultsFolders() {}

    static ResultsFolder folder(Path path) {
        return new ResultsFolder(path.toString(), RemoteFileSystem.configuration());
    }

    static void commit(ResultsFolder folder, String runId) {
        try (RunWriter writer = folder.begin(runId)) {
            writeAll(writer);
            writer.commit();
        }
    }

    static void writeAll(RunWriter writer) {
        String runId = writer.runId();
        writer.write(ResultTable.RUNS, List.of(SampleRows.run(runId)));
        writer.write(ResultTable.HISTORY, List.of(SampleRows.history(runId, 0), SampleRows.history(runId, 1)));
        writer.write(ResultTable.METRICS, List.of(SampleRows.metric(runId)));
        writer.write(ResultTable.PARAMETERS, List.of(SampleRows.parameter(runId)));
        writer.write(ResultTable.PREDICTIONS, List.of(SampleRows.prediction(runId, 0, List.of(0.5))));
        writer.write(ResultTable.STARTS, List.of());
    }

    static AbstractThrowableAssert<?, ? extends Throwable> assertOneLine(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOf(ResultsException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    /** All files and folders below a folder, hidden ones too, sorted. */
    static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
