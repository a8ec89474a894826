package io.sweepnet.spark.bench;

import io.sweepnet.network.Activation;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * spark.ml's MultilayerPerceptronClassifier: sigmoid hidden units, softmax on top. It tells nothing while it trains, so each
 * number of iterations is a training of its own from the same initial weights; what is timed is {@code fit}.
 *
 * @param name of the settings
 * @param rows columns {@value #LABEL} and {@value #FEATURES}
 * @param settings how it is trained, but for seed and iterations
 * @param iterations after how many its error is taken, rising
 */
record Perceptron(String name, Dataset<Row> rows, MultilayerPerceptronClassifier settings, List<Integer> iterations)
        implements Contender {

    private static final String LABEL = "label";
    private static final String FEATURES = "features";
    private static final String PREDICTION = "prediction";

    private static final double NANOS_PER_SECOND = 1e9;

    /** Its defaults: L-BFGS until a step gains less than a millionth. */
    static MultilayerPerceptronClassifier settings(ClassProblem problem) {
        int[] layers = problem.architecture(Activation.SIGMOID).sizes().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        return new MultilayerPerceptronClassifier()
                .setLayers(layers)
                .setLabelCol(LABEL)
                .setFeaturesCol(FEATURES)
                .setPredictionCol(PREDICTION);
    }

    /** The rows of a problem in the memory of the executors, in so many partitions. */
    static Dataset<Row> rows(SparkSession spark, ClassProblem problem, int partitions) {
        Broadcast<io.sweepnet.data.Dataset> table =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(problem.table());
        StructType schema = new StructType()
                .add(LABEL, DataTypes.DoubleType, false)
                .add(FEATURES, SQLDataTypes.VectorType(), false);
        Dataset<Row> rows = spark.createDataFrame(
                        spark.range(0, problem.table().rows(), 1, partitions)
                                .as(Encoders.LONG())
                                .toJavaRDD()
                                .map(row -> row(table.value(), row.intValue())),
                        schema)
                .cache();
        rows.count();
        return rows;
    }

    private static Row row(io.sweepnet.data.Dataset table, int row) {
        double[] features = new double[table.features().length];
        for (int i = 0; i < features.length; i++) {
            features[i] = table.features()[i][row];
        }
        return RowFactory.create(table.targets()[0][row], Vectors.dense(features));
    }

    /** The error after each number of iterations, as many of them as there are before it stops by itself. */
    @Override
    public ErrorTrace train(long seed) {
        List<ErrorTrace.Point> points = new ArrayList<>();
        boolean hasStopped = false;
        for (int i = 0; i < iterations.size() && !hasStopped; i++) {
            MultilayerPerceptronClassifier classifier = settings.setSeed(seed).setMaxIter(iterations.get(i));
            long begin = System.nanoTime();
            MultilayerPerceptronClassificationModel model = classifier.fit(rows);
            double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
            points.add(new ErrorTrace.Point(seconds, error(model)));
            hasStopped = model.summary().totalIterations() < iterations.get(i);
        }
        return new ErrorTrace(points);
    }

    private double error(MultilayerPerceptronClassificationModel model) {
        Dataset<Row> predicted = model.transform(rows);
        long wrong = predicted
                .filter(predicted.col(PREDICTION).notEqual(predicted.col(LABEL)))
                .count();
        return (double) wrong / rows.count();
    }
}
