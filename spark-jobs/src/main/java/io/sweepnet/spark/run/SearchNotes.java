package io.sweepnet.spark.run;

import io.sweepnet.search.StopReason;
import io.sweepnet.spark.channel.ChannelPlugin;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.execution.ExecutionReport;
import io.sweepnet.training.Starts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes on a search for the user, which name the keys of the configuration. */
final class SearchNotes {

    private SearchNotes() {}

    /**
     * Returns why the execution was chosen and whether its steps are slow, in one line; empty if there is nothing to
     * note.
     */
    static Optional<String> ofExecution(ExecutionReport report) {
        List<String> notes = new ArrayList<>();
        report.plan().ifPresent(chosen -> notes.add("search.execution = auto: " + chosen.reason()));
        if (report.isInJobs()) {
            notes.add("Spark was started without spark.plugins = " + ChannelPlugin.class.getName()
                    + ", so each step of the search is a Spark job, which takes milliseconds");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
    }

    /** Returns a note that a checked search is slow; empty if the search is not checked. */
    static Optional<String> ofCheck(SearchConfig search) {
        return search.check()
                ? Optional.of(
                        "search.check = true: each step is played by the direct rule too, so that a search takes as"
                                + " long as with search.kernel = direct")
                : Optional.empty();
    }

    /**
     * Returns a note on dead starts, in one line; empty if there are none.
     *
     * @param planned the configured number of starts
     */
    static Optional<String> ofDeadStarts(Starts starts, int planned) {
        long dead = starts.all().stream()
                .filter(start -> start.stopReason().equals(StopReason.DEAD.label()))
                .count();
        if (dead == 0) {
            return Optional.empty();
        }
        String subject = planned == 1 ? "the search was dead" : dead + " of " + planned + " starts were dead";
        String reason = "all units of a hidden layer had one value on every row, which no candidate changed, so that"
                + " nothing but a constant was left to learn";
        String remedy = dead < starts.count()
                ? ""
                : "; another seed, more search.restarts, or wider ranges of search.biases may help";
        return Optional.of(subject + ": " + reason + remedy);
    }
}
