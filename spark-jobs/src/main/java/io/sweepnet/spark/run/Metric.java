package io.sweepnet.spark.run;

/**
 * One figure of how good a network is.
 *
 * @param name such as {@code rmse}
 * @param ofClass the class it is of; null for the whole
 * @param value null where it is not defined
 */
record Metric(String name, String ofClass, Double value) {}
