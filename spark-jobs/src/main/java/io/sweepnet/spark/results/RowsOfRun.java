package io.sweepnet.spark.results;

import java.util.Iterator;

/**
 * Rows to be written: each is checked to belong to the run, and a failure to produce a row is distinguished from a
 * failure to write it.
 *
 * @param runId id of the run
 * @param table the rows' table
 * @param rows the rows, not checked
 */
record RowsOfRun<R extends Record>(String runId, ResultTable<R> table, Iterable<R> rows) implements Iterable<R> {

    /** Thrown if a row could not be produced, or if the processes that write the files failed. */
    static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final RuntimeException reason;

        Failure(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }

        /** Returns the exception that was thrown. */
        RuntimeException reason() {
            return reason;
        }
    }

    @Override
    public Iterator<R> iterator() {
        Iterator<R> unchecked = rows.iterator();
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                try {
                    return unchecked.hasNext();
                } catch (RuntimeException e) {
                    throw new Failure(e);
                }
            }

            @Override
            public R next() {
                try {
                    return checked(unchecked.next());
                } catch (RuntimeException e) {
                    throw new Failure(e);
                }
            }
        };
    }

    private R checked(R row) {
        if (!runId.equals(table.runOf(row))) {
            throw new IllegalArgumentException("a row of run " + table.runOf(row) + " among those of " + runId);
        }
        return row;
    }
}
