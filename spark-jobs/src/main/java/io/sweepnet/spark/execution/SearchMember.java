package io.sweepnet.spark.execution;

import io.sweepnet.network.Architecture;
import io.sweepnet.search.Choice;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchState;
import io.sweepnet.search.Step;
import io.sweepnet.search.SweepEnd;
import io.sweepnet.spark.channel.Member;
import io.sweepnet.spark.channel.StepExchange;
import java.util.Iterator;

/**
 * A task that plays a whole search together with the other tasks, beginning after the last sweep that all of them have ended,
 * and reports every step and sweep to the driver.
 *
 * @param <T> elements of the tasks' partitions
 */
abstract class SearchMember<T> implements Member<T> {

    private static final long serialVersionUID = 1;

    private final SearchSettings settings;
    private final Architecture architecture;

    SearchMember(SearchSettings settings, Architecture architecture) {
        this.settings = settings;
        this.architecture = architecture;
    }

    /** Creates this task's part of the search. */
    abstract MemberPart part(Iterator<T> partition, StepExchange exchange);

    @Override
    public final void run(Iterator<T> partition, StepExchange exchange) {
        CoordinateSearch search = CoordinateSearch.resume(settings, SearchState.of(architecture, exchange.start()));
        try (MemberPart part = part(partition, exchange)) {
            part.begin(search.parameters());
            search.run(step -> play(search, step, part, exchange), () -> false);
        }
    }

    private static void play(CoordinateSearch search, Step step, MemberPart part, StepExchange exchange) {
        SharedChoice chosen = part.choose(step);
        exchange.report(chosen.toArray());
        Choice choice = chosen.choice();
        if (choice.moves()) {
            part.accept(step.parameter(), choice.value());
        }
        search.tell(choice);
        if (search.isSweepDone()) {
            SweepEnd end = part.sweepEnd();
            exchange.report(SweepReport.toArray(end));
            search.endSweep(end);
            exchange.checkpoint(search.state().toArray());
            if (!search.hasEnded()) {
                part.begin(search.parameters());
            }
        }
    }
}
