/**
 * Finds out what the columns of a table hold, which of them serve as features, target, weight and id, and how the target's
 * cells become numbers. What is wrong with a table is said here, in one order, wherever its rows are held.
 */
package io.sweepnet.spark.table.survey;
