/**
 * Searches carried out on Spark: a table and plain settings in, a trained model and a report out. Public.
 *
 * <p>A {@link io.sweepnet.spark.execution.SearchRequest} describes the search. An {@link
 * io.sweepnet.spark.execution.Execution} carries it out: in the driver, with the candidates of each step split over
 * executors, over rows that stay on executors, or with whole starts distributed over executors; {@link
 * io.sweepnet.spark.execution.ExecutionPlanner} chooses one by measurement. The {@link
 * io.sweepnet.spark.execution.SearchResult} holds the trained parameters and an {@link
 * io.sweepnet.spark.execution.ExecutionReport} of where they were found. A search whose tasks cannot begin or fail throws a
 * {@link io.sweepnet.spark.execution.SearchFailedException}. The package depends on no configuration file and no command line.
 *
 * <p>Steps on executors take less than a millisecond if Spark is started with the plugin of the channel, and some milliseconds
 * otherwise, since each is a Spark job then:
 *
 * <pre>{@code
 * SparkSession spark = SparkSession.builder()
 *         .config("spark.plugins", "io.sweepnet.spark.channel.ChannelPlugin")
 *         .getOrCreate();
 * }</pre>
 *
 * <p>A step over candidates or rows is made as follows. {@code ChannelRunner} starts tasks over a channel. In each of them a
 * {@code SearchMember} plays the whole search, and its {@code MemberPart} makes each step together with the other tasks. The
 * first task reports every choice, and the runner passes it to the driver's search. Without a channel, {@code
 * CandidatePartitionedEvaluator} runs a Spark job per step, and {@code JobAnswers} one per question to the rows.
 */
package io.sweepnet.spark.execution;
