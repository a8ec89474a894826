package io.sweepnet.spark.table.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormattedNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$1.50",
                "-$1.50",
                "$-1.50",
                "10%",
                "10 %",
                "1 234",
                "1,234.5",
                "1.234,5",
                "1'000",
                "EUR 5",
                "5 EUR",
                "(1,200)",
                "\u00a37",
                "5\u20ac",
                "1\u00a0234"
            })
    void marksOfCurrenciesPercentAndThousands(String text) {
        assertThat(FormattedNumber.remedy(text))
                .contains("write numbers without marks of currencies, percent or thousands");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "-0,25", ",5", "+12,0"})
    void decimalCommas(String text) {
        assertThat(FormattedNumber.remedy(text)).contains("data.csv.decimal = \",\" reads a decimal comma");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.5",
                "-3",
                "",
                "a",
                "<=50K",
                ">50K",
                "2026-12-01",
                "12:30",
                "1.2.3",
                "1,2,3",
                "10-20",
                "x1",
                "B2",
                "1st",
                "%",
                "$",
                "NA",
                "0x10"
            })
    void otherTextsAndPlainNumbersAreNone(String text) {
        assertThat(FormattedNumber.remedy(text)).isEmpty();
        assertThat(FormattedNumber.is(text)).isFalse();
    }
}
