package io.sweepnet.spark.table.source;

import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** Columns whose names differ by case alone are different columns here; to Spark they are not, unless it is told so. */
public final class CaseSensitiveSession {

    private CaseSensitiveSession() {}

    /** A session like the given one but for that, which is nobody else's wish. */
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
