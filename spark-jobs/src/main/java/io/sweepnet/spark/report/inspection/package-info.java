/**
 * Reports of model files: the network with its parameters in a few numbers, features, target and origin, as text for people or
 * as JSON. Needs no Spark. Internal.
 */
package io.sweepnet.spark.report.inspection;
