/** Tables that no one machine holds: rows in canonical order on executors, cut into the shards of the core, split and scaled. */
package io.sweepnet.spark.rows;
