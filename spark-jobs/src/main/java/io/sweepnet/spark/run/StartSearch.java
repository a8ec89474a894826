package io.sweepnet.spark.run;

import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.StopReason;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Status;
import java.util.Optional;

/**
 * A search from one or several starts, in the driver one after the other, or spread over the executors; what they find is
 * the same.
 */
final class StartSearch {

    private static final double NANOS_PER_SECOND = 1e9;

    private final ModelSettings settings;
    private final Optional<Parameters> initial;
    private final SearchConfig config;
    private final SearchPlace place;

    /** @param initial parameters of start 0; random where there are none, as those of all others are */
    StartSearch(ModelSettings settings, Optional<Parameters> initial, SearchConfig config, SearchPlace place) {
        this.settings = settings;
        this.initial = initial;
        this.config = config;
        this.place = place;
    }

    /**
     * What a search found.
     *
     * @param starts what each start did
     * @param history the history of the best, with the evaluations and the time of all
     */
    record Found(Starts starts, TrainingHistory history) {

        /**
         * What to know of dead starts, in a line; empty where there was none.
         *
         * @param of how many starts there were to be
         */
        Optional<String> deadNote(int of) {
            long dead = starts.all().stream()
                    .filter(start -> start.stopReason().equals(StopReason.DEAD.label()))
                    .count();
            if (dead == 0) {
                return Optional.empty();
            }
            String who = of == 1 ? "the search was dead" : dead + " of " + of + " starts were dead";
            String most = "all units of a hidden layer had one value on every row, which no candidate changed, so that"
                    + " nothing but a constant was left to learn";
            String remedy = dead < starts.count()
                    ? ""
                    : "; another seed, more search.restarts, or wider ranges of search.biases may help";
            return Optional.of(who + ": " + most + remedy);
        }
    }

    /** Searches. A search that is cancelled has what it reached by then, or where that is nothing its initial parameters. */
    Found run(TrainingContext context) {
        long began = System.nanoTime();
        Starts starts = place.restarts()
                .map(restarts ->
                        restarts.of(settings, initial).run(config.restarts(), context.listener(), context.cancelled()))
                .orElseGet(() -> oneByOne(context));
        boolean isCutShort = starts.count() < config.restarts();
        if (starts.count() == 0) {
            TrainingContext ended = new TrainingContext(context.validation(), context.listener(), () -> true);
            starts.add(settings, 0, search(0, ended));
        }
        double seconds =
                config.restarts() == 1 ? starts.best().wallSeconds() : (System.nanoTime() - began) / NANOS_PER_SECOND;
        boolean isCancelled = isCutShort
                || starts.all().stream().anyMatch(start -> start.stopReason().equals(Status.CANCELLED.label()));
        return new Found(starts, starts.history(seconds, isCancelled));
    }

    /** A start that is cut short counts with what it reached. */
    private Starts oneByOne(TrainingContext context) {
        Starts starts = new Starts();
        boolean goesOn = true;
        for (int number = 0; goesOn && number < config.restarts(); number++) {
            TrainingHistory history = search(number, context);
            starts.add(settings, number, history);
            goesOn = history.status() != Status.CANCELLED;
            if (config.restarts() > 1) {
                context.listener().onStart(starts, config.restarts());
            }
        }
        return starts;
    }

    private TrainingHistory search(int number, TrainingContext context) {
        return Starts.search(settings, initial, number, own -> place.rows().of(own), config.sweeps(), context);
    }
}
