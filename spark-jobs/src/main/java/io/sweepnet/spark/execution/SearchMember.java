package io.sweepnet.spark.execution;

import io.sweepnet.network.Architecture;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.Sweep;
import io.sweepnet.spark.channel.Member;
import io.sweepnet.spark.channel.StepExchange;
import java.util.Iterator;

/** Every task of a search plays all of it, from the last sweep that all of them ended. */
abstract class SearchMember<T> implements Member<T> {

    private static final long serialVersionUID = 1;

    private final SearchSettings settings;
    private final Architecture architecture;

    SearchMember(SearchSettings settings, Architecture architecture) {
        this.settings = settings;
        this.architecture = architecture;
    }

    abstract MemberPart evaluator(Iterator<T> partition, StepExchange exchange);

    @Override
    public final void run(Iterator<T> partition, StepExchange exchange) {
        CoordinateSearch search = CoordinateSearch.resume(settings, architecture, exchange.start());
        try (MemberPart evaluator = evaluator(partition, exchange)) {
            evaluator.begin(search.parameters());
            SearchListener sweeps = new SearchListener() {
                @Override
                public void onSweep(CoordinateSearch ended, Sweep sweep) {
                    exchange.checkpoint(ended.state());
                    if (!ended.hasEnded()) {
                        evaluator.begin(ended.parameters());
                    }
                }
            };
            search.run(evaluator, sweeps, () -> false);
        }
    }
}
