/**
 * The memory that searches over rows use on executors: {@link io.sweepnet.spark.execution.memory.RowMemory} reads and
 * checks its Spark setting, which is public, and computes what a kernel keeps. Internal.
 */
package io.sweepnet.spark.execution.memory;
