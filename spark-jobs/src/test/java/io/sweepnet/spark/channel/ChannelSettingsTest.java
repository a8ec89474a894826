package io.sweepnet.spark.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

/** Settings of channels, as Spark's users write them. */
class ChannelSettingsTest {

    @Test
    void timesHaveUnitsAndAreSecondsWithout() {
        SparkConf conf = new SparkConf(false);
        assertThat(ChannelSettings.of(conf)).isEqualTo(new ChannelSettings(120, 1800));
        conf.set("spark.sweepnet.channel.joinTimeout", "2h").set("spark.sweepnet.channel.stepTimeout", "7");
        assertThat(ChannelSettings.of(conf)).isEqualTo(new ChannelSettings(7200, 7));
    }

    @Test
    void aTimeThatIsNoneIsNamed() {
        SparkConf conf = new SparkConf(false).set("spark.sweepnet.channel.stepTimeout", "0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelSettings.of(conf))
                .withMessage(
                        "spark.sweepnet.channel.stepTimeout = 0: allowed is a time, at least 1s, for example 1800s");
    }
}
