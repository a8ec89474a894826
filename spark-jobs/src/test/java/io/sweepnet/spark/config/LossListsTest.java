package io.sweepnet.spark.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where users read which losses there are, they read of all that the registry has. */
class LossListsTest {

    private static final Path DEFAULTS = Path.of("src/main/resources/io/sweepnet/spark/config/defaults.conf");
    private static final Path CONFIGURATION = Path.of("../docs/configuration.md");
    private static final Path KERNELS = Path.of("../docs/kernels.md");

    /** A two-layer network that the kernel piecewise serves. */
    private static final Architecture STRAIGHT = Architecture.of(2, List.of(3), 2, List.of(Activation.RELU));

    @Test
    void theDefaultsListAllLossesInALine() throws IOException {
        assertThat(Files.readAllLines(DEFAULTS)).contains("# " + Losses.names());
    }

    @Test
    void thePageOnTheConfigurationListsAllLossesInALine() throws IOException {
        assertThat(Files.readString(CONFIGURATION).replace("`", "").lines())
                .anyMatch(line -> line.contains(Losses.names()));
    }

    @Test
    void theDefaultsTellEveryParameterAndItsDefault() throws IOException {
        String comments = comments();
        assertThat(Losses.definitions())
                .filteredOn(definition -> !definition.parameters().isEmpty())
                .isNotEmpty()
                .allSatisfy(definition -> assertThat(comments).contains(definition.usage() + ": "));
    }

    @Test
    void theDefaultsListTheLossesOfTheKernelPiecewise() throws IOException {
        assertThat(comments())
                .contains("losses " + Losses.names(loss -> Kernel.PIECEWISE.serves(STRAIGHT, loss), "and") + ";");
    }

    @Test
    void thePageOnKernelsListsTheLossesThatPiecewiseDoesNotServe() throws IOException {
        assertThat(Files.readString(KERNELS).replace("`", "").replaceAll("\\s+", " "))
                .contains("that is all but "
                        + Losses.names(loss -> !Kernel.PIECEWISE.serves(STRAIGHT, loss), "and")
                        + ".");
    }

    /** All comments, on one line. */
    private static String comments() throws IOException {
        return String.join(
                " ",
                Files.readAllLines(DEFAULTS).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("#"))
                        .map(line -> line.substring(1).strip())
                        .toList());
    }
}
