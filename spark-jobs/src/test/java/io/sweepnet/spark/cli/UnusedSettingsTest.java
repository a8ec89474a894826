package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.config.ModelKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnusedSettingsTest {

    @Test
    void settingsOfASearchHaveNoEffectOnAdam() {
        List<String> keys = List.of("search.restarts", "seed", "search.execution", "gradient.epochs", "search.check");

        assertThat(UnusedSettings.notes(keys, List.of(ModelKind.GRADIENT)))
                .containsExactly("search.check, search.restarts have no effect: no model is trained by search");
    }

    @Test
    void settingsOfAdamHaveNoEffectOnASearch() {
        assertThat(UnusedSettings.notes(List.of("gradient.epochs", "search.sweeps"), List.of(ModelKind.SEARCH)))
                .containsExactly("gradient.epochs has no effect: no model is trained by Adam");
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void settingsOfEveryModelHaveAnEffect(ModelKind model) {
        assertThat(UnusedSettings.notes(List.of("seed", "loss", "data.path", "search.execution"), List.of(model)))
                .isEmpty();
    }

    @Test
    void aHybridUsesBoth() {
        assertThat(UnusedSettings.notes(List.of("gradient.epochs", "search.sweeps"), List.of(ModelKind.HYBRID)))
                .isEmpty();
    }
}
