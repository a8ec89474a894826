/**
 * What messages about tables have in common: the names of settings ({@link
 * io.sweepnet.spark.table.message.SettingKeys}) and lists of columns ({@link
 * io.sweepnet.spark.table.message.ColumnNames}). The package depends on nothing else of the project. Internal.
 */
package io.sweepnet.spark.table.message;
