package io.sweepnet.spark.execution;

import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchState;
import io.sweepnet.search.StopReason;
import io.sweepnet.search.SweepEnd;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.training.SearchRunner;
import java.util.function.BooleanSupplier;

/**
 * A runner that plays a search in tasks, which make the steps by exchanging data. The driver starts the tasks and applies
 * their reports, one for every step and one for the end of every sweep, to its own search.
 */
final class ChannelRunner implements SearchRunner {

    /** Starts the tasks of a search. */
    @FunctionalInterface
    interface Start {
        Reports of(SearchSettings settings, SearchState at);
    }

    /** The reports of the tasks of a search, in their order. */
    interface Reports extends AutoCloseable {

        /**
         * Returns the next report; waits for it.
         *
         * @throws SearchFailedException if the tasks have failed, took too long or have ended
         */
        double[] next();

        /** Ends the tasks and frees what they share. */
        @Override
        void close();

        /**
         * Returns the reports of a channel.
         *
         * @param release frees what its tasks share
         */
        static Reports of(StepChannel channel, Runnable release) {
            return new Reports() {
                @Override
                public double[] next() {
                    return SearchFailedException.ifChannelFails(channel::nextReport);
                }

                @Override
                public void close() {
                    channel.close();
                    release.run();
                }
            };
        }
    }

    /** Completes the reported end of a sweep. */
    @FunctionalInterface
    interface End {
        SweepEnd of(CoordinateSearch search, SweepEnd reported);
    }

    private final Start start;
    private final End end;
    private long directDecisions;

    /**
     * @param start starts the tasks when a search makes its first step
     * @param end adds to the reported end of a sweep what the tasks do not report
     */
    ChannelRunner(Start start, End end) {
        this.start = start;
        this.end = end;
    }

    @Override
    public StopReason run(CoordinateSearch search, SearchListener listener, BooleanSupplier cancelled) {
        try (Tasks tasks = new Tasks(search)) {
            return search.run(step -> play(search, tasks, listener), cancelled);
        }
    }

    private void play(CoordinateSearch search, Tasks tasks, SearchListener listener) {
        SharedChoice chosen = SharedChoice.of(tasks.nextReport());
        directDecisions += chosen.isDirect() ? 1 : 0;
        search.tell(chosen.choice());
        listener.onStep(search);
        if (search.isSweepDone()) {
            SweepEnd found = end.of(search, SweepReport.of(tasks.nextReport()));
            listener.onSweep(search, search.endSweep(found));
        }
    }

    @Override
    public long directDecisions() {
        return directDecisions;
    }

    /** The tasks of one search, started at the first step. */
    private final class Tasks implements AutoCloseable {

        private final SearchSettings settings;
        private final SearchState begin;

        /** Null until the first step. */
        private Reports reports;

        Tasks(CoordinateSearch search) {
            this.settings = search.settings();
            this.begin = search.state();
        }

        double[] nextReport() {
            if (reports == null) {
                reports = start.of(settings, begin);
            }
            return reports.next();
        }

        @Override
        public void close() {
            if (reports != null) {
                reports.close();
            }
        }
    }
}
