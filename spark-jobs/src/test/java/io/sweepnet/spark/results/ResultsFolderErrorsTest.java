package io.sweepnet.spark.results;

import static io.sweepnet.spark.results.ResultsFolders.assertOneLine;
import static io.sweepnet.spark.results.ResultsFolders.commit;
import static io.sweepnet.spark.results.ResultsFolders.filesIn;
import static io.sweepnet.spark.results.ResultsFolders.folder;
import static io.sweepnet.spark.results.ResultsFolders.writeAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a results folder refuses: in one line that names it, and leaving all as it was. */
class ResultsFolderErrorsTest {

    private static final String RUN = SampleRows.RUN;
    private static final String OTHER_RUN = SampleRows.OTHER_RUN;

    @TempDir
    private Path temporary;

    @Test
    void aCommitThatFailsLeavesNothing() throws IOException {
        Path orphan = Files.createDirectories(temporary.resolve("predictions")).resolve(RUN + ".parquet");
        Files.writeString(orphan, "of a run that was killed");
        List<String> before = filesIn(temporary);
        try (ResultsFolder folder = folder(temporary);
                RunWriter writer = folder.begin(RUN)) {
            writeAll(writer);
            assertOneLine(writer::commit)
                    .hasMessage(
                            "cannot write to the results folder '" + temporary + "': " + orphan + " exists already");
        }

        assertThat(filesIn(temporary)).isEqualTo(before);
        assertThat(orphan).hasContent("of a run that was killed");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsKnownBeforeTraining() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "text");
        try (ResultsFolder folder = folder(file.resolve("a/results"))) {
            assertOneLine(() -> folder.begin(RUN))
                    .hasMessage("cannot write to the results folder '" + file.resolve("a/results") + "': " + file
                            + " is not a folder");
        }
        try (ResultsFolder folder = folder(file)) {
            assertOneLine(() -> folder.begin(RUN)).hasMessageEndingWith(file + " is not a folder");
        }
        assertThat(filesIn(temporary)).containsExactly("file");
    }

    @Test
    void aTableThatCannotBeWrittenIsKnownBeforeTraining() throws IOException {
        Path metrics = Files.writeString(temporary.resolve("metrics"), "text");
        try (ResultsFolder folder = folder(temporary)) {
            assertOneLine(() -> folder.begin(RUN)).hasMessageEndingWith(metrics + " is not a folder");
        }

        assertThat(filesIn(temporary)).containsExactly("metrics");
    }

    @Test
    void aFolderWithoutPermissionIsNamed() throws IOException {
        Path runs = Files.createDirectory(temporary.resolve("runs"));
        assumeTrue(runs.toFile().setWritable(false) && !Files.isWritable(runs), "this user may write anywhere");
        try (ResultsFolder folder = folder(temporary)) {
            assertOneLine(() -> folder.begin(RUN)).hasMessageEndingWith("no permission for " + runs);
        }

        assertThat(filesIn(temporary)).containsExactly("runs");
    }

    @Test
    void aRunIsWrittenOnce() throws IOException {
        try (ResultsFolder folder = folder(temporary)) {
            try (RunWriter writer = folder.begin(RUN)) {
                assertOneLine(() -> folder.begin(RUN)).hasMessageEndingWith("run " + RUN + " is being written already");
                writeAll(writer);
                writer.commit();
            }
            List<String> before = filesIn(temporary);
            assertOneLine(() -> folder.begin(RUN)).hasMessageEndingWith("run " + RUN + " exists already");
            assertThat(filesIn(temporary)).isEqualTo(before);
        }
    }

    @Test
    void aWriterRefusesWrongUse() {
        try (ResultsFolder folder = folder(temporary);
                RunWriter writer = folder.begin(RUN)) {
            assertThat(writer.runId()).isEqualTo(RUN);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.write(ResultTable.METRICS, List.of(SampleRows.metric(OTHER_RUN))))
                    .withMessage("a row of run " + OTHER_RUN + " among those of " + RUN);
            writer.write(ResultTable.METRICS, List.of());
            assertThatIllegalStateException().isThrownBy(() -> writer.write(ResultTable.METRICS, List.of()));
            assertThatIllegalStateException().isThrownBy(writer::commit).withMessageContaining("no row in runs");
            assertThatIllegalArgumentException().isThrownBy(() -> folder.begin("007"));
            writer.write(ResultTable.RUNS, List.of(SampleRows.run(RUN)));
            writer.commit();
            assertThatIllegalStateException().isThrownBy(writer::commit);
            assertThatIllegalStateException().isThrownBy(() -> writer.write(ResultTable.STARTS, List.of()));
        }
    }

    @Test
    void whatIsNotThereIsNamed() throws IOException {
        Path missing = temporary.resolve("missing");
        try (ResultsFolder folder = folder(missing)) {
            String message = "there is no results folder '" + missing + "'";
            assertOneLine(folder::runIds).hasMessage(message);
            assertOneLine(() -> folder.read(ResultTable.RUNS)).hasMessage(message);
            assertOneLine(() -> folder.read(ResultTable.RUNS, RUN)).hasMessage(message);
        }
        try (ResultsFolder folder = folder(temporary)) {
            String message = "the results folder '" + temporary + "' has no runs";
            assertOneLine(folder::runIds).hasMessage(message);
            assertOneLine(() -> folder.read(ResultTable.HISTORY)).hasMessage(message);
            assertOneLine(() -> folder.read(ResultTable.RUNS, "../x"))
                    .hasMessage("the results folder '" + temporary + "' has no run '../x'");
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        try (ResultsFolder folder = folder(temporary)) {
            commit(folder, RUN);
            Path metrics = temporary.resolve("metrics/" + RUN + ".parquet");
            Files.writeString(metrics, "this is no Parquet file");
            assertOneLine(() -> folder.read(ResultTable.METRICS))
                    .hasMessageStartingWith("cannot read '" + metrics + "': ");
            Path runs = temporary.resolve("runs/" + RUN + ".parquet");
            Files.copy(runs, temporary.resolve("history/" + RUN + "-0001.parquet"));
            assertOneLine(() -> folder.read(ResultTable.STARTS, OTHER_RUN)).hasMessageContaining(OTHER_RUN);
        }
    }

    @Test
    void anUnusablePathIsNamed() {
        assertOneLine(() -> new ResultsFolder(" ", RemoteFileSystem.configuration()))
                .hasMessage("the results folder needs a name, got ' '");
        assertOneLine(() -> new ResultsFolder("nosuch://host/a", RemoteFileSystem.configuration()))
                .hasMessage("cannot use the results folder 'nosuch://host/a': No FileSystem for scheme \"nosuch\"");
        assertOneLine(() -> new ResultsFolder("file://host/a", RemoteFileSystem.configuration()))
                .hasMessageContaining("a file: path has no host");
        assertOneLine(() -> new ResultsFolder("a\0b", RemoteFileSystem.configuration()))
                .hasMessageContaining("cannot use the results folder");
    }
}
