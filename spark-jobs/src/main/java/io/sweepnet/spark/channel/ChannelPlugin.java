package io.sweepnet.spark.channel;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * Lends the channel Spark's RPC between executors and driver. Spark makes plugins while it starts: it must be {@linkplain
 * #addTo configured} before the SparkContext is made, and cannot be added later.
 */
public final class ChannelPlugin implements SparkPlugin {

    private static final String PLUGINS = "spark.plugins";

    private static final Set<SparkContext> LOADED =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Of the executor in this JVM. */
    private static volatile PluginContext executor;

    /** Adds the plugin to those of a configuration. */
    public static void addTo(SparkConf conf) {
        String name = ChannelPlugin.class.getName();
        String others = conf.get(PLUGINS, "");
        if (!Set.of(others.split("\\s*,\\s*")).contains(name)) {
            conf.set(PLUGINS, others.isBlank() ? name : others + "," + name);
        }
    }

    /** Whether the plugin was there when Spark started. */
    static boolean isLoaded(SparkContext spark) {
        return LOADED.contains(spark);
    }

    static Object ask(Message message) throws Exception {
        PluginContext context = executor;
        if (context == null) {
            throw new IllegalStateException("this executor started without " + ChannelPlugin.class.getName());
        }
        return context.ask(message);
    }

    @Override
    public DriverPlugin driverPlugin() {
        return new OnDriver();
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new OnExecutor();
    }

    private static final class OnDriver implements DriverPlugin {

        private SparkContext loadedBy;

        @Override
        public Map<String, String> init(SparkContext spark, PluginContext context) {
            loadedBy = spark;
            LOADED.add(spark);
            return Map.of();
        }

        @Override
        public Object receive(Object message) {
            return Runs.tell((Message) message);
        }

        @Override
        public void shutdown() {
            LOADED.remove(loadedBy);
        }
    }

    private static final class OnExecutor implements ExecutorPlugin {

        @Override
        public void init(PluginContext context, Map<String, String> ofDriver) {
            executor = context;
        }
    }
}
