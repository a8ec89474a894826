package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.search.SweepEnd;
import io.sweepnet.search.kernel.DeadLayers;
import io.sweepnet.spark.channel.Reduction;
import io.sweepnet.spark.channel.StepExchange;
import java.util.Iterator;
import java.util.OptionalDouble;

/** The task of a search over distributed rows: it plays the whole search and answers questions about its own rows. */
final class RowMember extends SearchMember<ShardGroups.Readers> {

    private static final long serialVersionUID = 1;

    private final RowProblem problem;

    RowMember(RowProblem problem) {
        super(problem.settings(), problem.architecture());
        this.problem = problem;
    }

    @Override
    MemberPart part(Iterator<ShardGroups.Readers> partition, StepExchange exchange) {
        return new OfShards(problem, partition.next(), exchange);
    }

    private static final class OfShards implements MemberPart {

        private final RowProblem problem;
        private final ShardGroups.Readers readers;
        private final StepExchange exchange;

        /** Null until the first sweep. */
        private MemberShards shards;

        private CandidateEvaluator evaluator;

        OfShards(RowProblem problem, ShardGroups.Readers readers, StepExchange exchange) {
            this.problem = problem;
            this.readers = readers;
            this.exchange = exchange;
        }

        @Override
        public void begin(Parameters current) {
            if (shards == null) {
                shards = new MemberShards(problem, readers.training(), current, exchange.members());
            } else {
                shards.forgetMoves();
            }
            ExchangedAnswers all = new ExchangedAnswers(
                    exchange,
                    shards,
                    readers.training().first(),
                    readers.training().count(),
                    problem.facts(),
                    problem.loss());
            evaluator = problem.evaluator(current, all);
        }

        @Override
        public SharedChoice choose(Step step) {
            long decisions = evaluator.directDecisions();
            Choice choice = evaluator.best(step);
            return new SharedChoice(choice, evaluator.directDecisions() > decisions);
        }

        @Override
        public void accept(ParameterIndex parameter, double value) {
            evaluator.accept(parameter, value);
        }

        @Override
        public SweepEnd sweepEnd() {
            return new SweepEnd(evaluator.loss(), validationLoss(), isDead());
        }

        private OptionalDouble validationLoss() {
            ShardReader validation = readers.validation();
            if (validation == null) {
                return OptionalDouble.empty();
            }
            int width = problem.loss().statisticSize();
            double[] sections = new double[Math.max(1, validation.count()) * width];
            double[] parameters = shards.current().toArray();
            for (int i = 0; i < validation.count(); i++) {
                Dataset rows = validation.read(validation.first() + i);
                double[] sums = DirectLoss.ofShard(problem.architecture(), rows, problem.loss())
                        .sums(parameters);
                System.arraycopy(sums, 0, sections, i * width, width);
            }
            double[] sums = exchange.reduce(Reduction.SUM, sections, Math.max(1, validation.count()));
            return OptionalDouble.of(problem.loss().finish(sums, problem.validationWeight()));
        }

        private boolean isDead() {
            if (!DeadLayers.isPossible(problem.architecture(), problem.settings())) {
                return false;
            }
            Parameters at = shards.current();
            double[] extremes = null;
            for (Dataset rows : shards.all()) {
                double[] ofShard = layers(rows).extremes(at);
                extremes = extremes == null
                        ? ofShard
                        : Reduction.MAX.reduce(new double[][] {extremes, ofShard}, ofShard.length);
            }
            return DeadLayers.isDead(problem.settings(), at, exchange.reduce(Reduction.MAX, extremes), layer -> {
                double[] isMovable = {isMovable(layer, at) ? 1 : 0};
                return exchange.reduce(Reduction.MAX, isMovable)[0] > 0;
            });
        }

        private DeadLayers layers(Dataset rows) {
            return new DeadLayers(problem.architecture(), rows, problem.settings());
        }

        private boolean isMovable(int layer, Parameters at) {
            for (Dataset rows : shards.all()) {
                DeadLayers layers = layers(rows);
                layers.extremes(at);
                if (layers.isMovable(layer, at)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() {
            if (evaluator != null) {
                evaluator.close();
            }
        }
    }
}
