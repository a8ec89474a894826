package io.sweepnet.spark.execution;

import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * A problem that every executor gets once, when it is first asked for, however many searches work on it. For use by one thread
 * at a time.
 */
final class SharedProblem {

    private final SparkContext spark;
    private final SearchProblem problem;

    /** Null until it is asked for. */
    private Broadcast<SearchProblem> broadcast;

    /** A problem that no executor knows yet. */
    SharedProblem(SparkContext spark, SearchProblem problem) {
        this.spark = spark;
        this.problem = problem;
    }

    /** Where it is shared. */
    SparkContext spark() {
        return spark;
    }

    /** The problem itself. */
    SearchProblem problem() {
        return problem;
    }

    Broadcast<SearchProblem> broadcast() {
        if (broadcast == null) {
            broadcast = JavaSparkContext.fromSparkContext(spark).broadcast(problem);
        }
        return broadcast;
    }

    /** Lets the executors forget it. */
    void discard() {
        if (broadcast != null) {
            broadcast.destroy();
            broadcast = null;
        }
    }
}
