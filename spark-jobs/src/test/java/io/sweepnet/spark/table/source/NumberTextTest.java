package io.sweepnet.spark.table.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    private static final NumberText POINT = NumberText.of('.', List.of("NA", "--"));

    @ParameterizedTest
    @CsvSource({"1, 1", "-0.5, -0.5", "+3, 3", ".5, 0.5", "5., 5", "1e3, 1000", "1E-2, 0.01", "-1.5e+2, -150", "0, 0"})
    void plainNumbersAreNumbers(String cell, double value) {
        assertThat(POINT.isMissing(cell)).isFalse();
        assertThat(POINT.parse(cell)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "0x10",
                "1d",
                "1f",
                "1,5",
                "1 234",
                "1,234.5",
                "Inf",
                "-inf",
                "Infinity",
                "1e",
                "e5",
                ".",
                "-",
                "+",
                "1.2.3",
                "--1",
                "1_000",
                "٣",
                "1e999"
            })
    void otherSpellingsAreText(String cell) {
        assertThat(POINT.isMissing(cell)).isFalse();
        assertThat(POINT.parse(cell)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "nan", "NA", "--"})
    void emptyCellsNaNAndNamedSpellingsAreMissing(String cell) {
        assertThat(POINT.isMissing(cell)).isTrue();
    }

    @Test
    void aDecimalCommaTakesThePlaceOfThePoint() {
        NumberText comma = NumberText.of(',', List.of());

        assertThat(comma.parse("1,5")).isEqualTo(1.5);
        assertThat(comma.parse("1.5")).isNaN();
    }

    @Test
    void everyDigitCounts() {
        assertThat(POINT.parse("0.1000000000000000055511151231257827")).isEqualTo(0.1);
        assertThat(POINT.parse("4.9E-324")).isEqualTo(Double.MIN_VALUE);
    }
}
