package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes on a machine whose name has no address, and of a user id without a name, as in containers. */
@Timeout(240)
class MachineIT {

    private static final String UID = "12345";

    @TempDir
    private Path folder;

    private Path table;

    @BeforeEach
    void writeTable() throws IOException {
        table = Files.writeString(folder.resolve("table.csv"), "a,b,y\n1,2,3\n2,3,5\n3,1,4\n4,4,8\n5,2,7\n6,1,7\n");
    }

    @Test
    void aNameWithoutAnAddressIsNotNeededInOneJvm() throws Exception {
        String noHosts = noHosts();

        assertThat(run(List.of(), List.of(noHosts), train("local[2]"))).isZero();
        assertThat(run(List.of(), List.of(noHosts), List.of("report", "--results", results())))
                .isZero();
        assertThat(folder.resolve("out")).content().startsWith("run ");
        assertThat(folder.resolve("err")).isEmptyFile();
    }

    @Test
    void executorsElsewhereNeedAnAddress() throws Exception {
        assertThat(run(List.of(), List.of(noHosts()), train("spark://127.0.0.1:7")))
                .isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("err")))
                .containsExactly("sweepnet: master = spark://127.0.0.1:7: this machine's name has no address, which"
                        + " executors need; name one that they reach in SPARK_LOCAL_IP");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    /** Only root can take another user's id; it keeps root's right to read what the build and Maven wrote. */
    @Test
    void aUserIdNeedsNoName() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/setpriv"))
                        && System.getProperty("user.name").equals("root"),
                "only root can take another user's id, by setpriv");
        List<String> user = List.of(
                "/usr/bin/setpriv",
                "--reuid=" + UID,
                "--inh-caps=+dac_override,+dac_read_search",
                "--ambient-caps=+dac_override,+dac_read_search");

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(run(user, List.of(), train("local[2]")))
                .as(Files.readString(folder.resolve("err")))
                .isZero();
        assertThat(run(user, List.of(), List.of("report", "--results", results())))
                .isZero();
        assertThat(folder.resolve("err")).isEmptyFile();
        assertThat(Files.getAttribute(folder.resolve("results/runs"), "unix:uid"))
                .isEqualTo(Integer.parseInt(UID));
    }

    /** Of a JVM that knows no host by name. */
    private String noHosts() throws IOException {
        return "-Djdk.net.hosts.file=" + Files.writeString(folder.resolve("hosts"), "");
    }

    private List<String> train(String master) {
        return List.of(
                "train",
                "search",
                "--data",
                table.toString(),
                "--target",
                "y",
                "-D",
                "search.sweeps=1",
                "--master",
                master,
                "--results",
                results());
    }

    private String results() {
        return folder.resolve("results").toString();
    }

    /** Runs a command in a JVM of its own, which another program starts, and returns its exit code. */
    private int run(List<String> starter, List<String> jvmOptions, List<String> arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(JvmCommand.of(starter, jvmOptions, arguments))
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }
}
