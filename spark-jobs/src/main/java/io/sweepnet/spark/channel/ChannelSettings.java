package io.sweepnet.spark.channel;

import java.util.List;
import org.apache.spark.SparkConf;

/**
 * How long a channel waits before it gives up.
 *
 * @param joinSeconds for the first executor to come, and for all tasks of a run to begin
 * @param stepSeconds for one step
 */
public record ChannelSettings(long joinSeconds, long stepSeconds) {

    private static final String JOIN_TIMEOUT = "spark.sweepnet.channel.joinTimeout";
    private static final String STEP_TIMEOUT = "spark.sweepnet.channel.stepTimeout";

    /** The settings of Spark that {@link #of} reads. */
    public static final List<String> KEYS = List.of(JOIN_TIMEOUT, STEP_TIMEOUT);

    /**
     * What Spark was told, or else the defaults.
     *
     * @throws IllegalArgumentException where a setting is no time of at least a second; names it, its value and what is allowed
     */
    public static ChannelSettings of(SparkConf conf) {
        return new ChannelSettings(seconds(conf, JOIN_TIMEOUT, "120s"), seconds(conf, STEP_TIMEOUT, "1800s"));
    }

    private static long seconds(SparkConf conf, String key, String byDefault) {
        IllegalArgumentException notReadable = null;
        try {
            long seconds = conf.getTimeAsSeconds(key, byDefault);
            if (seconds >= 1) {
                return seconds;
            }
        } catch (IllegalArgumentException e) {
            notReadable = e;
        }
        throw new IllegalArgumentException(
                key + " = " + conf.get(key) + ": allowed is a time, at least 1s, for example " + byDefault,
                notReadable);
    }
}
