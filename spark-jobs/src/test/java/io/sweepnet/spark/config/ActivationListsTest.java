package io.sweepnet.spark.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.network.Activation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every list of activations that users read has all of them. */
class ActivationListsTest {

    @Test
    void defaultsListAllActivations() throws IOException {
        assertThat(defaults().lines())
                .containsSequence(
                        "  # One for all hidden layers, or a list with one for each:", "  # " + Activation.labels());
    }

    @Test
    void defaultsNameThoseThatPiecewiseDoesNotServe() throws IOException {
        String smooth = Arrays.stream(Activation.values())
                .filter(activation -> activation.pieces().isEmpty())
                .map(Activation::label)
                .collect(Collectors.joining(" and "));

        assertThat(defaults().replaceAll("\\s+#\\s+", " "))
                .contains("for activations of straight or flat pieces: all but " + smooth + ",");
    }

    @Test
    void thePageOnTheConfigurationListsAllActivationsInTheOrderOfTheAlphabet() throws IOException {
        String names = Arrays.stream(Activation.values())
                .map(Activation::label)
                .sorted()
                .collect(Collectors.joining(", "));

        assertThat(Files.readAllLines(Path.of("../docs/configuration.md"))).contains("`" + names + "`");
    }

    private static String defaults() throws IOException {
        try (InputStream text = ActivationListsTest.class.getResourceAsStream("defaults.conf")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
