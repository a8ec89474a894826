package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StopRuleTest {

    @ParameterizedTest
    @CsvSource({
        "10, 9, 0.5, true",
        "10, 9.5, 0.5, true",
        "10, 9.75, 0.5, false",
        "10, 10, 0, false",
        "10, 9.999999, 0, true",
        "10, 10.5, 0, false",
        "NaN, 9, 0.5, true",
        "Infinity, 9, 0.5, true",
        "10, NaN, 0.5, false",
        "10, Infinity, 0.5, false",
        "NaN, NaN, 0, false",
    })
    void aGainIsADropOfTheToleranceAndMoreThanNothing(double start, double end, double tolerance, boolean gains) {
        assertThat(new StopRule(5, tolerance, 1).gains(start, end, 0, true)).isEqualTo(gains);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 9.75, 9.8, true",
        "10, 9.75, 9.75, false",
        "9, 9.5, 9.6, true",
        "9, 9.5, 9.5, false",
    })
    void withoutTheCurrentValueANewLowestLossIsAGainHoweverSmall(
            double start, double end, double lowest, boolean gains) {
        assertThat(new StopRule(5, 0.5, 1).gains(start, end, lowest, false)).isEqualTo(gains);
        assertThat(new StopRule(5, 0.5, 1).gains(start, end, lowest, true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 1, -1", "1, -0.1, 1, -0.1", "1, NaN, 1, NaN", "1, Infinity, 1, Infinity", "1, 0, 0, 0"})
    void limitsThatMakeNoSenseAreNamed(int maxSweeps, double tolerance, int patience, String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StopRule(maxSweeps, tolerance, patience))
                .withMessageEndingWith("got " + wrong);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000})
    void zeroSweepsAndZeroToleranceAreAllowed(int maxSweeps) {
        assertThat(new StopRule(maxSweeps, 0, 1).maxSweeps()).isEqualTo(maxSweeps);
    }
}
