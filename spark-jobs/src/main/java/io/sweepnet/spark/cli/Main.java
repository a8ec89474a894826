package io.sweepnet.spark.cli;

import io.sweepnet.spark.cli.session.Logging;
import io.sweepnet.spark.cli.session.Machine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entry point of the program, for {@code bin/sweepnet} and {@code spark-submit}. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        Machine.prepare();
        Logging.configure(OutputOptions.of(args).isJsonLog());
        PrintStream out = new PrintStream(
                new UntilClosed(new FileOutputStream(FileDescriptor.out)), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = new Sweepnet(out, err).run(args);
        out.flush();
        System.exit(code);
    }
}
