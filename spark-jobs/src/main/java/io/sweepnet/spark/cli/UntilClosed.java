package io.sweepnet.spark.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream whose reader may have seen enough, as {@code head} has: what is written after it has gone is dropped. */
final class UntilClosed extends FilterOutputStream {

    private static final String GONE = "Broken pipe";

    UntilClosed(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (!GONE.equals(e.getMessage())) {
                throw e;
            }
        }
    }
}
