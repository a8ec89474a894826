package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.network.ParameterIndex;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

    private static final Candidates LIST = Values.of(-1, 0, 1);
    private static final Interval RANGE = new Interval(-5, 5);

    @Test
    void weightsAndBiasesHaveCandidatesOfTheirOwn() {
        SearchSpace space = new SearchSpace(LIST, RANGE);

        assertThat(space.candidates(ParameterIndex.weight(2, 1, 0))).isSameAs(LIST);
        assertThat(space.candidates(ParameterIndex.bias(2, 1))).isSameAs(RANGE);
    }

    @Test
    void aSpaceIsContinuousIfWeightsOrBiasesAre() {
        assertThat(new SearchSpace(LIST, RANGE).isContinuous()).isTrue();
        assertThat(new SearchSpace(RANGE, LIST).isContinuous()).isTrue();
        assertThat(new SearchSpace(LIST, LIST).isContinuous()).isFalse();
    }

    @Test
    void anotherRangeKeepsTheKindOfCandidates() {
        SearchSpace space = new SearchSpace(Grid.of(-5, 5, 7), RANGE);

        assertThat(space.withWeightRange(0, 2).weights()).isEqualTo(Grid.of(0, 2, 7));
        assertThat(space.withBiasRange(0, 2).biases()).isEqualTo(new Interval(0, 2));
        assertThat(space.withWeights(LIST).withWeightRange(0, 2).weights()).isEqualTo(Grid.of(0, 2, 100));
    }

    @Test
    void onlyGridsHaveAnotherSize() {
        assertThat(SearchSpace.DEFAULT.withSizes(3, 4))
                .isEqualTo(new SearchSpace(Grid.of(-5, 5, 3), Grid.of(-5, 5, 4)));
        assertThatThrownBy(() -> SearchSpace.DEFAULT.withBiases(LIST).withSizes(3, 4))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a list of candidates");
    }
}
