package io.sweepnet.spark;

import io.sweepnet.spark.channel.ChannelPlugin;
import org.apache.spark.sql.SparkSession;

/** What tests that need Spark share: one session in this JVM, with two task slots, that ends with the JVM. */
public final class LocalSpark {

    private LocalSpark() {}

    /** The session, as the program has it: started when it is first asked for or after a command under test has stopped it. */
    public static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("sweepnet-tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.plugins", ChannelPlugin.class.getName())
                .getOrCreate();
    }
}
