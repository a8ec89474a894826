package io.sweepnet.spark.cluster;

import io.sweepnet.spark.channel.ChannelException;
import io.sweepnet.spark.channel.ChannelPlugin;
import io.sweepnet.spark.channel.Member;
import io.sweepnet.spark.channel.Reduction;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.spark.channel.StepExchange;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;

/** A program of two members, of which one throws in the middle of its work. */
public final class ThrowingApp {

    private ThrowingApp() {}

    /** Prints why the channel's run ended; exit code 7 where it is told so. */
    public static void main(String[] args) {
        SparkConf conf = new SparkConf().setAppName("throwing");
        ChannelPlugin.addTo(conf);
        try (JavaSparkContext java = new JavaSparkContext(new SparkContext(conf));
                StepChannel channel = StepChannel.start(
                        java.sc(), java.parallelize(List.of(0, 1), 2).rdd(), new Thrower(), new double[0])) {
            while (true) {
                channel.nextReport();
            }
        } catch (ChannelException e) {
            System.out.println("ended: " + e.getMessage());
        }
        System.exit(7);
    }

    private static final class Thrower implements Member<Integer> {

        private static final long serialVersionUID = 1;

        @Override
        public void run(Iterator<Integer> partition, StepExchange exchange) {
            boolean throwsOne = partition.next() == 1;
            for (int step = 0; ; step++) {
                exchange.report(exchange.reduce(Reduction.SUM, new double[] {1}));
                if (throwsOne && step == 100) {
                    throw new IllegalStateException("out of cheese");
                }
            }
        }
    }
}
