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
 * A Spark plugin that gives the channel access to Spark's RPC between executors and driver. Spark creates plugins while it
 * starts, so this one must be {@linkplain #addTo configured} before the SparkContext is created and cannot be added later.
 *
 * <pre>{@code
 * SparkConf conf = new SparkConf().setAppName("search");
 * ChannelPlugin.addTo(conf);
 * SparkContext spark = new SparkContext(conf);
 * }</pre>
 */
public final class ChannelPlugin implements SparkPlugin {

    private static final String PLUGINS = "spark.plugins";

    private static final Set<SparkContext> LOADED =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** The plugin context of the executor in this JVM; null if there is none. */
    private static volatile PluginContext executor;

    /** Adds this plugin to {@code spark.plugins}, unless it is listed there already. */
    public static void addTo(SparkConf conf) {
        String name = ChannelPlugin.class.getName();
        String others = conf.get(PLUGINS, "");
        if (!Set.of(others.split("\\s*,\\s*")).contains(name)) {
            conf.set(PLUGINS, others.isBlank() ? name : others + "," + name);
        }
    }

    /** Returns whether the plugin was configured when Spark started. */
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
            return Runs.deliver((Message) message);
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
