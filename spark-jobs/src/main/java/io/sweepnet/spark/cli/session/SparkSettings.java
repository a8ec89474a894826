package io.sweepnet.spark.cli.session;

import io.sweepnet.spark.channel.ChannelSettings;
import io.sweepnet.spark.config.NearestKey;
import io.sweepnet.spark.execution.memory.RowMemory;
import io.sweepnet.spark.input.InputException;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.SparkConf;
import scala.Tuple2;

/**
 * Checks the Spark settings that belong to this program, and fixes those of Spark that it depends on. All are checked
 * before Spark starts, whichever class reads them later.
 */
final class SparkSettings {

    private static final String PREFIX = "spark.sweepnet.";

    private SparkSettings() {}

    /**
     * Checks all settings of the program.
     *
     * @throws InputException if one is unknown, or its value is not allowed
     */
    static void check(SparkConf conf) {
        SortedSet<String> known = new TreeSet<>(ChannelSettings.KEYS);
        known.add(RowMemory.KEY);
        Arrays.stream(conf.getAllWithPrefix(PREFIX))
                .sorted((one, other) -> one._1().compareTo(other._1()))
                .filter(setting -> !known.contains(PREFIX + setting._1()))
                .findFirst()
                .ifPresent(setting -> refuse(setting, known));
        try {
            ChannelSettings.of(conf);
            RowMemory.of(conf);
        } catch (IllegalArgumentException e) {
            throw new InputException(e.getMessage(), e);
        }
    }

    /**
     * Sets what results or the exchange between processes depend on, whatever a cluster has as its default: Kryo knows
     * neither records nor unmodifiable lists, and times are written in the session's zone.
     */
    static void fix(SparkConf conf) {
        conf.set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
        conf.set("spark.kryo.registrationRequired", "false");
        conf.set("spark.sql.session.timeZone", "UTC");
    }

    private static void refuse(Tuple2<String, String> unknown, SortedSet<String> known) {
        String key = PREFIX + unknown._1();
        throw new InputException(key + " = " + unknown._2() + ": there is no such setting; "
                + NearestKey.of(key, known)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElseGet(() -> "known are " + String.join(", ", known)));
    }
}
