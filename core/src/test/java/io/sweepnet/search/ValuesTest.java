package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @Test
    void keepTheirOrderAndBits() {
        Values values = Values.of(1, -1, 0.1 + 0.2, -0.0);

        assertThat(values.count()).isEqualTo(4);
        assertThat(values.value(0)).isEqualTo(1);
        assertThat(values.value(1)).isEqualTo(-1);
        assertThat(values.value(2)).isEqualTo(0.30000000000000004);
        assertThat(Double.toString(values.value(3))).isEqualTo("-0.0");
        assertThat(values.low()).isEqualTo(-1);
        assertThat(values.high()).isEqualTo(1);
    }

    @Test
    void aSliceKeepsIndicesAndRange() {
        Values slice = Values.of(5, 4, 3, 2, 1).slice(1, 4).slice(2, 4);

        assertThat(slice.from()).isEqualTo(2);
        assertThat(slice.to()).isEqualTo(4);
        assertThat(slice.value(2)).isEqualTo(3);
        assertThat(slice.value(3)).isEqualTo(2);
        assertThat(slice.low()).isEqualTo(1);
        assertThat(slice.high()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 5", "3, 2"})
    void aSliceCannotReachBeyondItsOwnPart(int from, int to) {
        Values part = Values.of(5, 4, 3, 2, 1).slice(1, 4);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> part.slice(from, to))
                .withMessage("a slice must lie in 1 .. 4, got " + from + " .. " + to);
        assertThatIllegalArgumentException().isThrownBy(() -> new Values(part.all(), from - 5, to + 5));
    }

    @Test
    void theListGivenIsCopied() {
        List<Double> list = new ArrayList<>(List.of(1.0, 2.0));
        Values values = Values.of(list);

        list.set(0, 9.0);

        assertThat(values).isEqualTo(Values.of(1, 2));
    }

    @Test
    void anEmptyListIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.of())
                .withMessage("a list of candidates needs at least 1 value");
    }

    @Test
    void repeatedValuesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.of(1, 2, 1))
                .withMessageContaining("[1.0, 2.0, 1.0]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void valuesThatAreNotFiniteAreRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.of(1, value))
                .withMessageContaining("[1.0, " + value + "]");
    }
}
