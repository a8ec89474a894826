package io.sweepnet.spark.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "abc, '', 3",
        "'', abc, 3",
        "epochs, epochs, 0",
        "epohcs, epochs, 1",
        "kitten, sitting, 3",
        "abc, cba, 2",
        "ca, abc, 3"
    })
    void countsChangesAndSwaps(String a, String b, int distance) {
        assertThat(EditDistance.of(a, b)).isEqualTo(distance);
        assertThat(EditDistance.of(b, a)).isEqualTo(distance);
    }
}
