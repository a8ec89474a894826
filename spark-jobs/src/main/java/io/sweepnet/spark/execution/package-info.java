/**
 * Searches carried out on Spark, for whoever owns a table: rows and plain settings in, a trained model and a report out.
 *
 * <p>A {@link io.sweepnet.spark.execution.SearchRequest} says what is searched for. An {@link
 * io.sweepnet.spark.execution.Execution} carries it out: in the driver, with the candidates of each step split over executors,
 * over rows that stay on executors, or with whole starts spread over executors; {@link
 * io.sweepnet.spark.execution.ExecutionPlanner} chooses by measuring. The {@link io.sweepnet.spark.execution.SearchResult} holds
 * the trained parameters, and its {@link io.sweepnet.spark.execution.ExecutionReport} says where they were found.
 *
 * <p>A step of a search over candidates or rows goes this way: {@link io.sweepnet.spark.execution.ChannelRunner} starts tasks by
 * a channel; in each of them a {@link io.sweepnet.spark.execution.SearchMember} plays the whole search, and its {@link
 * io.sweepnet.spark.execution.MemberPart} answers each step together with the other tasks; the first task reports every answer,
 * which the runner tells the driver's search. Without a channel, {@link
 * io.sweepnet.spark.execution.CandidatePartitionedEvaluator} makes a job of each step, and {@link
 * io.sweepnet.spark.execution.JobAnswers} one of each question.
 */
package io.sweepnet.spark.execution;
