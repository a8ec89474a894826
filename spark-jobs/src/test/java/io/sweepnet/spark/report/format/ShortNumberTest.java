package io.sweepnet.spark.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "-5, -5",
        "100, 100",
        "0.1, 0.1",
        "-0.33333333333, -0.333333",
        "0.9999999, 1",
        "123456789, 123457000",
        "1234567890, 1.23457E+9",
        "0.00012345678, 0.000123457",
        "0.000012345678, 0.0000123457",
        "1.5e-7, 1.5E-7",
        "1.7976931348623157e308, 1.79769E+308",
        "4.9e-324, 4.94066E-324"
    })
    void sixDigitsAtMost(double value, String text) {
        assertThat(ShortNumber.of(value)).isEqualTo(text);
    }
}
