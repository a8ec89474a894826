package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.network.ParameterIndex;
import org.junit.jupiter.api.Test;

class SearchSettingsTest {

    @Test
    void weightsAndBiasesHaveCandidatesOfTheirOwn() {
        Candidates weights = Values.of(-1, 0, 1);
        Candidates biases = Grid.of(-5, 5, 100);
        SearchSettings settings =
                new SearchSettings(weights, biases, ParameterOrder.LAYER, Ties.FIRST, true, new StopRule(1, 0, 1), 42);

        assertThat(settings.candidates(ParameterIndex.weight(2, 1, 0))).isSameAs(weights);
        assertThat(settings.candidates(ParameterIndex.bias(2, 1))).isSameAs(biases);
    }
}
