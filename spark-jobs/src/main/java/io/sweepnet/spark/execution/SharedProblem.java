package io.sweepnet.spark.execution;

import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * A problem that is broadcast when it is first needed, once for any number of searches over it. Not thread-safe.
 */
final class SharedProblem {

    private final SparkContext spark;
    private final SearchProblem problem;

    /** Null until {@link #broadcast()} is called, and after {@link #discard}. */
    private Broadcast<SearchProblem> broadcast;

    /** Creates a problem that is not broadcast yet. */
    SharedProblem(SparkContext spark, SearchProblem problem) {
        this.spark = spark;
        this.problem = problem;
    }

    /** Returns the context to whose executors the problem is broadcast. */
    SparkContext spark() {
        return spark;
    }

    /** Returns the problem itself. */
    SearchProblem problem() {
        return problem;
    }

    /** Returns the broadcast of the problem; the first call makes it. */
    Broadcast<SearchProblem> broadcast() {
        if (broadcast == null) {
            broadcast = JavaSparkContext.fromSparkContext(spark).broadcast(problem);
        }
        return broadcast;
    }

    /** Removes the broadcast from the executors. */
    void discard() {
        if (broadcast != null) {
            broadcast.destroy();
            broadcast = null;
        }
    }
}
