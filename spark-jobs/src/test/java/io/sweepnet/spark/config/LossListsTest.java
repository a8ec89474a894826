package io.sweepnet.spark.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.loss.Loss;
import io.sweepnet.loss.LossDefinition;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of losses that users read have what the registry has. */
class LossListsTest {

    /** A two-layer network that the kernel piecewise serves. */
    private static final Architecture STRAIGHT = Architecture.of(2, List.of(3), 2, List.of(Activation.RELU));

    /** A parameter and its default, as in {@code huber(delta=1)}. */
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=([0-9.]+)");

    private static final Path NOTEBOOK = Path.of("../notebooks/comparison.ipynb");
    private static final Pattern UNITS = Pattern.compile("loss_units = .*?loss_label", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\\\\\"([a-z-]+)\\\\\": ");

    private static boolean isServed(Loss loss) {
        return Kernel.PIECEWISE.serves(STRAIGHT, loss);
    }

    @Test
    void theDefaultsListAllLossesInALine() throws IOException {
        assertThat(Files.readAllLines(PageText.DEFAULTS)).contains("# " + Losses.names());
    }

    @Test
    void theDefaultsDescribeEveryParameterAndItsDefault() throws IOException {
        String comments = PageText.commentsOfDefaults();
        assertThat(Losses.definitions())
                .filteredOn(definition -> !definition.parameters().isEmpty())
                .isNotEmpty()
                .allSatisfy(definition -> assertThat(comments).contains(definition.usage() + ": "));
    }

    @Test
    void thePageOnTheConfigurationListsAllLossesInALine() throws IOException {
        assertThat(Files.readAllLines(PageText.CONFIGURATION)).contains("`" + Losses.names() + "`");
    }

    @Test
    void thePageOnTheConfigurationHasARowForEveryLossWithTheDefaultsOfItsParameters() throws IOException {
        Map<String, String> rows = PageText.tableRows(PageText.CONFIGURATION, "Losses");

        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Losses.definitions().stream().map(LossDefinition::name).toList());
        assertThat(Losses.definitions()).allSatisfy(definition -> {
            String row = rows.get(definition.name());
            assertThat(PARAMETER.matcher(definition.usage()).results())
                    .hasSameSizeAs(definition.parameters())
                    .allSatisfy(parameter -> assertThat(row)
                            .contains("`" + parameter.group(1) + "`, default " + parameter.group(2) + ", "));
            assertThat(row.endsWith("| |")).isEqualTo(definition.parameters().isEmpty());
        });
    }

    @Test
    void thePageOnTheConfigurationListsTheLossesOfClasses() throws IOException {
        assertThat(PageText.of(PageText.CONFIGURATION))
                .contains(" " + Losses.names(Loss::isForClasses, "and") + " are for classes.");
    }

    @Test
    void theDefaultsListTheLossesOfTheKernelPiecewise() throws IOException {
        assertThat(PageText.commentsOfDefaults())
                .contains("losses " + Losses.names(LossListsTest::isServed, "and") + ";");
    }

    @Test
    void thePageOnKernelsListsTheLossesThatPiecewiseServesAndTheOthers() throws IOException {
        assertThat(PageText.of(PageText.KERNELS))
                .contains("the losses " + Losses.names(LossListsTest::isServed, "and") + ", that is all but "
                        + Losses.names(loss -> !isServed(loss), "and") + ".");
    }

    @Test
    void thePageOnLimitsListsTheLossesThatHaveNoContinuousRanges() throws IOException {
        assertThat(PageText.of(PageText.LIMITS))
                .contains("a loss other than "
                        + Losses.names(loss -> !Kernel.PIECEWISE.serves(STRAIGHT, loss, true), "and") + ", and ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "../docs/how-it-works.md"})
    void lossesWithoutAUsefulGradientAreListed(String page) throws IOException {
        assertThat(PageText.of(Path.of(page)))
                .contains("useful gradient (" + Losses.names(loss -> !loss.isDifferentiable(), "and") + "; ");
    }

    @Test
    void theNotebookHasAUnitForEveryLoss() throws IOException {
        Matcher units = UNITS.matcher(Files.readString(NOTEBOOK));
        assertThat(units.find()).isTrue();
        assertThat(KEY.matcher(units.group()).results().map(key -> key.group(1)))
                .containsExactlyInAnyOrder(Losses.names().split(", "));
    }
}
