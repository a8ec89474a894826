package io.sweepnet.spark.results;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the column of a record component whose own name cannot be the column's, such as {@code final}, a Java keyword.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Column {

    /** The column's name, in snake case. */
    String value();
}
