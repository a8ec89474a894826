package io.sweepnet.spark.channel;

import java.util.List;
import org.apache.spark.SparkConf;

/**
 * The time limits of a channel, in seconds.
 *
 * @param joinSeconds limit for the first executor to register, and for all tasks of a run to begin
 * @param stepSeconds limit for one step
 */
public record ChannelSettings(long joinSeconds, long stepSeconds) {

    private static final String JOIN_TIMEOUT = "spark.sweepnet.channel.joinTimeout";
    private static final String STEP_TIMEOUT = "spark.sweepnet.channel.stepTimeout";

    /** The Spark settings that {@link #of} reads. */
    public static final List<String> KEYS = List.of(JOIN_TIMEOUT, STEP_TIMEOUT);

    /**
     * Reads the settings from a Spark configuration; missing ones have their defaults (120 s and 1800 s).
     *
     * @throws IllegalArgumentException if a setting is not a time of at least a second; the message names the setting, its
     *     value and what is allowed
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
