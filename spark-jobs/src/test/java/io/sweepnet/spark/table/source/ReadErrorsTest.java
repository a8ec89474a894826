package io.sweepnet.spark.table.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** The reason why a file cannot be read, out of nested exceptions. */
class ReadErrorsTest {

    @Test
    void theReasonIsTheFirstLineOfTheInnermostMessage() {
        IllegalStateException innermost = new IllegalStateException(" block is missing \nat 3 data nodes");

        assertThat(ReadErrors.reason(innermost)).isEqualTo("block is missing");
        assertThat(ReadErrors.reason(new UncheckedIOException("outer", new IOException("file x", innermost))))
                .isEqualTo("block is missing");
    }

    @Test
    void anExceptionWithoutMessageIsNamed() {
        assertThat(ReadErrors.reason(new IOException("outer", new IllegalStateException())))
                .isEqualTo("IllegalStateException");
    }
}
