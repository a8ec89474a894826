package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @ParameterizedTest
    @ValueSource(strings = {"train", "compare"})
    void commandsThatTrainListLossesAndActivations(String command) {
        String help = CommandRun.of(command, "--help").out().replaceAll("\\s+", " ");

        assertThat(help)
                .contains("Losses (-D loss=NAME): " + Losses.usages() + ".")
                .contains("Activations (-D network.activations=NAME): " + Activation.labels() + ".")
                .contains("Examples: sweepnet " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "predict", "inspect"})
    void otherCommandsDoNot(String command) {
        assertThat(CommandRun.of(command, "--help").out()).doesNotContain("Losses", "Activations");
    }
}
