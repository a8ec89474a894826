/** Scores tables of any size with a trained model, on the executors. */
package io.sweepnet.spark.predict;
