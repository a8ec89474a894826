package io.sweepnet.spark.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

/** Why Spark did not start, told in a line. */
class SparkSessionsTest {

    @Test
    void aStoppedContextIsNotToldWithItsStackTraces() {
        IllegalStateException stopped = new IllegalStateException(
                "Cannot call methods on a stopped SparkContext.\nThis stopped SparkContext was created at:\n\nA.b(A:1)");

        assertThat(SparkSessions.reason(stopped))
                .startsWith("it ended again; either no master answers at that address,")
                .doesNotContain("\n", "A.b");
    }

    @Test
    void aResourceManagerThatTheseJarsDoNotKnowIsSoCalled() {
        assertThat(SparkSessions.reason(new SparkException("Could not parse Master URL: 'yarn'")))
                .isEqualTo(
                        "its jars here know no such resource manager; SPARK_HOME may name a distribution of Spark that"
                                + " does, or use its spark-submit");
    }

    @Test
    void anythingElseIsToldByItsFirstLine() {
        assertThat(SparkSessions.reason(new IllegalStateException("no room\nat A.b")))
                .isEqualTo("no room");
    }
}
