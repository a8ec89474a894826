/**
 * An all-reduce between long-running Spark tasks, with which the tasks of a search make a step in less than a millisecond.
 * Internal; only the name of {@link io.sweepnet.spark.channel.ChannelPlugin}, which the setting {@code spark.plugins} has, is
 * stable.
 *
 * <p>{@link io.sweepnet.spark.channel.StepChannel} is the driver's side: it starts a Spark job with a task per {@link
 * io.sweepnet.spark.channel.Member} and delivers the first member's reports. {@link io.sweepnet.spark.channel.StepExchange}
 * is a member's side: each exchange combines one array per member by a {@link io.sweepnet.spark.channel.Reduction}. A {@code
 * Message} goes over a {@code Wire}, a method call within one JVM and Spark's RPC otherwise, to the {@code Coordinator} of
 * the run, which keeps the outcomes since the last checkpoint so that a restarted task can catch up. {@link
 * io.sweepnet.spark.channel.Turn} keeps two searches from waiting for each other's task slots.
 *
 * <p>The package transports arrays; it depends on no search, network or table.
 */
package io.sweepnet.spark.channel;
