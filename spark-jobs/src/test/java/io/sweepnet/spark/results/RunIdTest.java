package io.sweepnet.spark.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05.999999Z");

    @Test
    void isTheUtcSecondAndSixHexDigits() {
        assertThat(RunId.create(START)).matches("20260102T030405Z-[0-9a-f]{6}").satisfies(RunId::check);
    }

    @Test
    void doesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(RunId.create(START)).startsWith("20260102T030405Z-");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void runsOfOneSecondDiffer() {
        // 50 of 16 million: two are the same once in 13,000 times, three pairs never.
        assertThat(Stream.generate(() -> RunId.create(START))
                        .limit(50)
                        .distinct()
                        .count())
                .isGreaterThan(47);
    }

    @Test
    void aYearOfFiveDigitsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RunId.create(Instant.parse("+10000-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "007",
                "abc",
                "2024-01-01",
                "a=b/c",
                "x y",
                "20260102T030405Z-1a2b3",
                "20260102T030405Z-1A2B3C",
                "20260102T030405Z-1a2b3c\n",
                "../20260102T030405Z-1a2b3c"
            })
    void otherTextsAreRefused(String text) {
        assertThat(RunId.isValid(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunId.check(text))
                .withMessageContaining("20260102T030405Z-1a2b3c")
                .withMessageContaining(String.valueOf(text));
    }

    @Test
    void theRunOfAFile() {
        assertThat(RunId.ofFile("20260102T030405Z-1a2b3c.parquet")).contains("20260102T030405Z-1a2b3c");
        assertThat(RunId.ofFile("20260102T030405Z-1a2b3c-0001.parquet")).contains("20260102T030405Z-1a2b3c");
        assertThat(Stream.of(
                        "20260102T030405Z-1a2b3c",
                        "20260102T030405Z-1a2b3c.parquet.crc",
                        "20260102T030405Z-1a2b3c-1.parquet",
                        "20260102T030405Z-1a2b3c-0001.csv",
                        ".20260102T030405Z-1a2b3c.parquet",
                        "part-0000.parquet"))
                .allSatisfy(name -> assertThat(RunId.ofFile(name)).isEmpty());
    }
}
