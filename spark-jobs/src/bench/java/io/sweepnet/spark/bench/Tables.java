package io.sweepnet.spark.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.randn;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;

/** Generated tables in Parquet files, made once and kept in the build's folder. */
final class Tables {

    /** What is to be predicted, a number. */
    static final String TARGET = "y";

    private static final long SEED = 13;
    private static final int FILES = 8;
    private static final double NOISE = 0.3;

    private Tables() {}

    /**
     * Independent uniform features x0, x1 and so on, of which y = max(0, x0 + x1) - x2 x3 + noise, with so many rows.
     *
     * @param features at least 4
     */
    static Path numbers(int rows, int features) throws IOException {
        Column y = when(col("x0").plus(col("x1")).gt(0), col("x0").plus(col("x1")))
                .otherwise(lit(0))
                .minus(col("x2").multiply(col("x3")))
                .plus(randn(SEED).multiply(NOISE));
        return table("numbers", rows, features, y);
    }

    /** The same features; y tells two classes apart, 1 where x0 x1 + x2 + noise > 0, else 0. */
    static Path classes(int rows, int features) throws IOException {
        Column score =
                col("x0").multiply(col("x1")).plus(col("x2")).plus(randn(SEED).multiply(NOISE));
        return table("classes", rows, features, when(score.gt(0), "1").otherwise("0"));
    }

    private static Path table(String name, int rows, int features, Column y) throws IOException {
        Path folder = Submitted.FOLDER.resolve(name + "-" + rows + "x" + features);
        if (Files.exists(folder.resolve("_SUCCESS"))) {
            return folder;
        }
        List<Column> x = IntStream.range(0, features)
                .mapToObj(i -> rand(SEED + 1 + i).multiply(2).minus(1).as("x" + i))
                .toList();
        try (SparkSession spark = Bench.session("local[2]", List.of()).getOrCreate()) {
            spark.range(0, rows, 1, FILES)
                    .select(x.toArray(Column[]::new))
                    .withColumn(TARGET, y)
                    .write()
                    .mode("overwrite")
                    .parquet(folder.toString());
        }
        return folder;
    }
}
