package io.sweepnet.spark.table.source;

import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Creates Spark sessions in which columns whose names differ only by case are different; by default Spark equates them.
 */
public final class CaseSensitiveSession {

    private CaseSensitiveSession() {}

    /** Returns a new case-sensitive session with the configuration of the given one, which is not changed. */
    public static SparkSession like(SparkSession spark) {
        SparkSession session = spark.newSession();
        CollectionConverters.asJava(spark.conf().getAll()).forEach((key, value) -> {
            if (session.conf().isModifiable(key)) {
                session.conf().set(key, value);
            }
        });
        session.conf().set("spark.sql.caseSensitive", "true");
        return session;
    }
}
