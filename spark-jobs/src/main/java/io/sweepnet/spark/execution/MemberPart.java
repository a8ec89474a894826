package io.sweepnet.spark.execution;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.Step;
import io.sweepnet.search.SweepEnd;

/** A task's part of a search: it answers each step together with the other tasks. */
interface MemberPart extends AutoCloseable {

    /**
     * A sweep begins. What is kept between steps is made anew, so that a task that takes the place of a lost one has the same
     * bits.
     */
    void begin(Parameters current);

    /** What all tasks choose. */
    SharedChoice choose(Step step);

    /** The search moved here. */
    void accept(ParameterIndex parameter, double value);

    /** What is found of the current parameters, as far as the tasks find it. */
    SweepEnd sweepEnd();

    @Override
    void close();
}
