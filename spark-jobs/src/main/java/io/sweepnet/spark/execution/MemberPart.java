package io.sweepnet.spark.execution;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.Step;
import io.sweepnet.search.SweepEnd;

/** A task's part of a search: it answers each step together with the other tasks. */
interface MemberPart extends AutoCloseable {

    /**
     * Begins a sweep. All state kept between steps is computed again, so that a task that replaces a lost one has the same
     * bits.
     */
    void begin(Parameters current);

    /** Returns the common choice of all tasks. */
    SharedChoice choose(Step step);

    /** Sets a parameter to the value that the search has chosen. */
    void accept(ParameterIndex parameter, double value);

    /** Returns the end of the sweep at the current parameters, as far as the tasks compute it. */
    SweepEnd sweepEnd();

    @Override
    void close();
}
