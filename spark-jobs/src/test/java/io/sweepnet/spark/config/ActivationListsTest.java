package io.sweepnet.spark.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.network.Activation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of activations that users read have all that there are. */
class ActivationListsTest {

    private static boolean isCurved(Activation activation) {
        return activation.pieces().isEmpty();
    }

    private static boolean jumps(Activation activation) {
        return activation.shape() == Activation.Shape.STEP;
    }

    private static String names(Predicate<Activation> which, String lastWord) {
        return PageText.names(Arrays.stream(Activation.values()).filter(which).toList(), Activation::label, lastWord);
    }

    @Test
    void theDefaultsListAllActivationsInALine() throws IOException {
        assertThat(Files.readAllLines(PageText.DEFAULTS)).contains("  # " + Activation.labels());
    }

    @Test
    void thePageOnTheConfigurationListsAllActivationsInTheOrderOfTheAlphabet() throws IOException {
        assertThat(Files.readAllLines(PageText.CONFIGURATION))
                .contains("`"
                        + Stream.of(Activation.labels().split(", ")).sorted().collect(Collectors.joining(", ")) + "`");
    }

    @Test
    void thePageOnTheConfigurationHasARowForEveryActivation() throws IOException {
        assertThat(PageText.tableRows(PageText.CONFIGURATION, "Activations").keySet())
                .containsExactlyInAnyOrder(Activation.labels().split(", "));
    }

    @Test
    void theDefaultsListTheActivationsThatTheKernelPiecewiseDoesNotServe() throws IOException {
        assertThat(PageText.commentsOfDefaults())
                .contains("pieces: all but " + names(ActivationListsTest::isCurved, "and") + ", losses ");
    }

    @Test
    void thePageOnKernelsListsTheActivationsThatPiecewiseDoesNotServe() throws IOException {
        assertThat(PageText.of(PageText.KERNELS))
                .contains("linear or constant pieces, that is all but " + names(ActivationListsTest::isCurved, "and")
                        + ";");
    }

    @Test
    void thePageOnLimitsListsTheActivationsThatHaveNoContinuousRanges() throws IOException {
        assertThat(PageText.of(PageText.LIMITS))
                .contains("linear or constant pieces (all but " + names(ActivationListsTest::isCurved, "and") + "),");
    }

    @Test
    void continuousRangesOfContinuousActivationsAndOfThoseThatJumpAreToldApart() throws IOException {
        assertThat(PageText.of(PageText.HOW_IT_WORKS))
                .contains("activations are continuous ("
                        + names(activation -> !isCurved(activation) && !jumps(activation), "and") + ")")
                .contains("where they jump (" + names(ActivationListsTest::jumps, "and") + ")")
                .contains("all hidden units are " + names(ActivationListsTest::jumps, "or") + " |");
    }

    @Test
    void thePageOnTheConfigurationListsActivationsWithoutAUsefulGradient() throws IOException {
        assertThat(PageText.of(PageText.CONFIGURATION))
                .contains(names(activation -> !activation.isDifferentiable(), "and") + " have no useful gradient:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "../docs/how-it-works.md"})
    void activationsWithoutAUsefulGradientAreListed(String page) throws IOException {
        assertThat(PageText.of(Path.of(page)))
                .containsPattern("useful gradient \\([^)]*; "
                        + names(activation -> !activation.isDifferentiable(), "and") + "\\)");
    }
}
