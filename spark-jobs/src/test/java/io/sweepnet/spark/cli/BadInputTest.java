package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.loss.Losses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with the input: exit code 2, one line on stderr that names it, nothing on stdout, nothing written. */
class BadInputTest {

    private static final String TABLE = "a,b,name,y\n1,2,x,3.5\n2,3,y,4.5\n3,5,z,5.5\n4,7,x,6.5\n";

    @TempDir
    private Path folder;

    @Test
    void aMissingFile() {
        assertRefused(
                "data.path = " + folder.resolve("none.csv") + ": there is no such file", "--data", path("none.csv"));
    }

    @Test
    void aMissingTarget() throws IOException {
        assertRefused("data.target = z: " + table() + " has no such column; it has [a, b, name, y]", "--target", "z");
    }

    @Test
    void aTextColumnAmongTheNamedFeatures() throws IOException {
        table();
        assertRefused(
                "feature 'name' holds text ('x' in row 1 of table.csv), numbers are needed",
                "-D",
                "data.features=[a, name]");
    }

    @Test
    void aMissingValue() throws IOException {
        Files.writeString(folder.resolve("table.csv"), "a,y\n1,2\nNaN,3\n3,4\n");
        assertRefused(
                "missing values: column 'a' 1 (first in row 2 of table.csv); data.missing = drop leaves such rows out");
    }

    @Test
    void anUnknownKey() throws IOException {
        table();
        assertRefusedContaining("search.sweps", "-D", "search.sweps=3");
    }

    @Test
    void anEmptyRange() throws IOException {
        table();
        assertRefusedContaining("search.weights", "-D", "search.weights.low=5", "-D", "search.weights.high=5");
    }

    @Test
    void noCandidates() throws IOException {
        table();
        assertRefusedContaining("search.biases.size", "-D", "search.biases.size=0");
    }

    @Test
    void aNegativeSweepLimit() throws IOException {
        table();
        assertRefusedContaining("search.sweeps", "-D", "search.sweeps=-1");
    }

    @Test
    void aContinuousRangeOfASmoothNetwork() throws IOException {
        table();
        assertRefused(
                "search.candidates = exact: activation 'tanh' has no pieces, so candidates = exact cannot serve it; use"
                        + " identity, relu, leaky-relu, step, sign, hard-tanh or hard-sigmoid, or candidates = grid",
                "--execution",
                "driver",
                "-D",
                "search.candidates=exact",
                "-D",
                "network.activations=tanh");
    }

    @Test
    void aContinuousRangeThatTheKernelDoesNotServe() throws IOException {
        table();
        for (String kernel : new String[] {"direct", "incremental"}) {
            assertRefusedContaining(
                    "search.kernel = " + kernel + ": kernel '" + kernel
                            + "' tries values one by one, and a continuous range"
                            + " has no end of them; use candidates = grid; auto takes the fastest kernel that serves, here"
                            + " piecewise",
                    "--execution",
                    "driver",
                    "-D",
                    "search.candidates=exact",
                    "-D",
                    "search.kernel=" + kernel);
        }
    }

    @Test
    void aContinuousRangeOnExecutors() throws IOException {
        table();
        assertRefusedContaining(
                "search.execution = candidates, search.candidates = exact: allowed is grid on executors",
                "--execution",
                "candidates",
                "-D",
                "search.candidates=exact");
    }

    @Test
    void threadsOnExecutors() throws IOException {
        table();
        assertRefusedContaining(
                "search.execution = candidates, search.threads = 2: allowed is 1 thread on executors",
                "--execution",
                "candidates",
                "-D",
                "search.threads=2");
    }

    @Test
    void aResultsFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        table();
        List<Path> before = CommandRun.listing(folder);

        CommandRun run = train("--results", file.resolve("results").toString());

        assertRefusal(run, "cannot write to the results folder '" + file.resolve("results") + "'");
        assertThat(CommandRun.listing(folder)).isEqualTo(before);
    }

    @Test
    void aBrokenModelFile() throws IOException {
        table();
        Files.writeString(folder.resolve("model.json"), "{\"layers\": [{\"weight\": [[1, 2]], \"bias\": [\"x\"]}]}");
        assertRefused(
                "--initial: the model file '" + path("model.json")
                        + "' is broken: layers[0].bias[0] should be a finite number, got \"x\"",
                "--initial",
                path("model.json"));
    }

    @Test
    void aModelFileThatIsNotThere() throws IOException {
        table();
        assertRefused(
                "--initial: cannot read the model file '" + path("model.json") + "': there is no such file",
                "--initial",
                path("model.json"));
    }

    @Test
    void aModelFileOfAnotherShape() throws IOException {
        table();
        Files.writeString(
                folder.resolve("model.json"),
                "{\"layers\": [{\"weight\": [[1, 2, 3]], \"bias\": [1], \"activation\": \"identity\"}]}");
        assertRefused(
                "--initial: the model file '" + path("model.json")
                        + "' holds a network of 3-1, but data and network.hidden make one of 2-5-4-1",
                "--initial",
                path("model.json"));
    }

    @Test
    void aTableOfOneRow() throws IOException {
        Files.writeString(folder.resolve("table.csv"), "a,y\n1,2\n");
        assertRefused(path("table.csv") + " has 1 row; at least 2 are needed");
    }

    @Test
    void aLossWithoutGradientForAModelThatNeedsOne() throws IOException {
        Files.writeString(folder.resolve("table.csv"), "a,y\n1,p\n2,q\n3,p\n4,q\n");
        CommandRun run = CommandRun.of(
                "compare",
                "--data",
                path("table.csv"),
                "--target",
                "y",
                "--results",
                path("results"),
                "-D",
                "loss=zero-one");

        assertRefusal(run, "model gradient: loss 'zero-one' has no useful gradient");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void aLossOfAnotherTask() throws IOException {
        table();
        assertRefusedContaining(
                "loss = cross-entropy: target 'y' holds numbers, which need "
                        + Losses.names(loss -> !loss.isForClasses(), "or"),
                "-D",
                "loss=cross-entropy");
    }

    @Test
    void aFileToSaveIntoThatCannotBeWritten() throws IOException {
        table();
        assertRefusedContaining(
                "--save: '" + folder.resolve("none/model.json") + "' cannot be written",
                "--save",
                folder.resolve("none/model.json").toString());
    }

    @Test
    void aFileToSaveIntoThatIsNoModel() throws IOException {
        table();
        assertRefusedContaining(
                "--save: '" + path("table.csv") + "' is there already and no model file", "--save", path("table.csv"));
        assertThat(folder.resolve("table.csv")).hasContent(TABLE);
    }

    @Test
    void aFileToSaveIntoThatIsTheResultsFolder() throws IOException {
        table();
        assertRefusedContaining("' is the folder of the results", "--save", path("results"));
    }

    @Test
    void resultsInTheFolderOfTheTable() throws IOException {
        Path tables = Files.createDirectory(folder.resolve("tables"));
        Files.writeString(tables.resolve("table.csv"), TABLE);
        CommandRun run = CommandRun.of(
                "train", "search", "--data", tables.toString(), "--target", "y", "--results", path("tables/results"));

        assertRefusal(run, "this is in the folder of the table, " + tables);
    }

    @Test
    void twoModelsToTrain() throws IOException {
        table();
        assertRefusal(
                CommandRun.of("train", "search,gradient", "--data", path("table.csv"), "--target", "y"),
                "MODEL = search,gradient: allowed is one of search, gradient, hybrid");
    }

    @Test
    void aFileToSaveIntoWhoseNameIsTooLong() throws IOException {
        table();
        assertRefusedContaining(
                "--save: '" + folder.resolve("m".repeat(300)) + "' cannot be written",
                "--save",
                folder.resolve("m".repeat(300)).toString());
    }

    @Test
    void anUnknownOptionOrModelOrCommand() {
        assertRefusal(CommandRun.of("compare", "--tarjet", "y"), "did you mean '--target'?");
        assertRefusal(CommandRun.of("train", "serach", "--data", path("table.csv")), "MODEL = serach");
        assertRefusal(CommandRun.of("tran"), "Unmatched argument at index 0: 'tran'");
        assertRefusal(CommandRun.of("nosuch"), "; commands are compare, train, report, predict or inspect");
        assertRefusal(CommandRun.of(), "name a command: compare, train, report, predict or inspect");
        assertRefusal(CommandRun.of("compare", "--results", "--seed", "3"), "'--results'");
        assertRefusal(CommandRun.of("report", "--results", path("none")), path("none"));
    }

    @Test
    void aMasterThatSparkDoesNotKnow() throws IOException {
        table();
        assertRefused(
                "master = nowhere: allowed are local, local[N], local[*], spark://HOST:PORT, yarn and k8s://URL",
                "--master",
                "nowhere");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Path table() throws IOException {
        return Files.writeString(folder.resolve("table.csv"), TABLE);
    }

    private CommandRun train(String... more) {
        List<String> args = new ArrayList<>(List.of("train", "search"));
        if (!List.of(more).contains("--data")) {
            args.addAll(List.of("--data", path("table.csv")));
        }
        if (!List.of(more).contains("--target")) {
            args.addAll(List.of("--target", "y"));
        }
        if (!List.of(more).contains("--results")) {
            args.addAll(List.of("--results", path("results")));
        }
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private void assertRefused(String message, String... more) {
        CommandRun run = train(more);
        assertRefusal(run, message);
        assertThat(run.err()).isEqualTo("sweepnet: " + message + "\n");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    private void assertRefusedContaining(String message, String... more) {
        assertRefusal(train(more), message);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    private static void assertRefusal(CommandRun run, String message) {
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("sweepnet: ")
                .contains(message);
    }
}
