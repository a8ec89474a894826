package io.sweepnet.spark.search;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.BestChoice;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import org.apache.spark.SparkContext;

/**
 * Partitions each parameter's candidates over Spark's executors: the data is broadcast once, every executor finds the best
 * of its share, and the shares' choices are reduced to the lowest (loss, rank). The choice does not depend on how many
 * shares there are or where they run.
 */
public final class CandidatePartitionedEvaluator implements CandidateEvaluator {

    private final Architecture architecture;
    private final double[] parameters;
    private final DirectLoss loss;
    private final StepJob job;

    private long steps;

    /**
     * An evaluator at the given parameters.
     *
     * @param shares how many parts each step's candidates are cut into, at least 1; as many as task slots is best
     */
    public CandidatePartitionedEvaluator(
            SparkContext spark, int shares, Parameters initial, Dataset dataset, Loss loss) {
        if (shares < 1) {
            throw new IllegalArgumentException("candidates need at least 1 share, got " + shares);
        }
        this.architecture = initial.architecture();
        this.parameters = initial.toArray();
        this.loss = new DirectLoss(architecture, dataset, loss);
        this.job = new StepJob(spark, shares, new SearchProblem(architecture, dataset, loss));
    }

    @Override
    public Choice best(Step step) {
        BestChoice best = new BestChoice(step);
        for (Choice choice : job.run(parameters, step)) {
            best.offer(choice);
        }
        steps++;
        return best.choice();
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        parameters[architecture.flatIndex(parameter)] = value;
    }

    @Override
    public double loss() {
        return loss.of(parameters);
    }

    /** Every step so far: a share makes its evaluator anew and keeps nothing from step to step. */
    @Override
    public long directDecisions() {
        return steps;
    }

    @Override
    public void close() {
        job.close();
    }
}
