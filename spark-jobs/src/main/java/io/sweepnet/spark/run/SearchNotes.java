package io.sweepnet.spark.run;

import io.sweepnet.search.StopReason;
import io.sweepnet.spark.channel.ChannelPlugin;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.execution.ExecutionReport;
import io.sweepnet.training.Starts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes on a search for the user, in words that name the keys of the configuration. */
final class SearchNotes {

    private SearchNotes() {}

    /** Why the search runs where it runs, and whether its steps are slow there, in a line; empty where there is nothing to say. */
    static Optional<String> ofExecution(ExecutionReport report) {
        List<String> notes = new ArrayList<>();
        report.plan().ifPresent(chosen -> notes.add("search.execution = auto: " + chosen.reason()));
        if (report.isInJobs()) {
            notes.add("Spark was started without spark.plugins = " + ChannelPlugin.class.getName()
                    + ", so each step of the search is a Spark job, which takes milliseconds");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
    }

    /** That a checked search is slow, in a line; empty where none is checked. */
    static Optional<String> ofCheck(SearchConfig search) {
        return search.check()
                ? Optional.of(
                        "search.check = true: each step is played by the direct rule too, so that a search takes as"
                                + " long as with search.kernel = direct")
                : Optional.empty();
    }

    /**
     * What to know of dead starts, in a line; empty where there was none.
     *
     * @param of how many starts there were to be
     */
    static Optional<String> ofDeadStarts(Starts starts, int of) {
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
