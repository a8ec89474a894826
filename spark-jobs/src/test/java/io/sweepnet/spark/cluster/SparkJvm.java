package io.sweepnet.spark.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;

/** A program of Spark in a JVM of its own; what it prints is in two files. It does not outlive the JVM that started it. */
public final class SparkJvm implements AutoCloseable {

    /** Short lives: the second compiler and parallel collectors would only keep others from working. */
    static final List<String> SHORT_LIFE = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** From SIGTERM to SIGKILL. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final int TAIL_LINES = 40;

    private final String name;
    private final Process process;
    private final Path out;
    private final Path err;
    private final Thread atEnd;

    private SparkJvm(String name, Process process, Path out, Path err) {
        this.name = name;
        this.process = process;
        this.out = out;
        this.err = err;
        this.atEnd = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    /**
     * Starts a program.
     *
     * @param name of its files
     * @param folder where {@code NAME.out} and {@code NAME.err} are written
     * @param environment all of it
     * @param options of the JVM, such as {@code -Xmx1g}
     * @param program the main class and its arguments
     */
    static SparkJvm start(
            String name, Path folder, Map<String, String> environment, List<String> options, List<String> program)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(SHORT_LIFE);
        command.addAll(options);
        command.addAll(List.of("-cp", SparkHome.get().classPath()));
        command.addAll(program);
        Path out = Files.createDirectories(folder).resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new SparkJvm(name, builder.start(), out, err);
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its name and the last lines it wrote on stderr. */
    String tail() {
        List<String> lines = err().lines().toList();
        return name + " wrote last:\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    /** Waits until it has written a text on stderr as many times; fails at once where it ends before. */
    void awaitText(String text, int times) throws IOException {
        Waiting.until(
                name + " writes '" + text + "', time " + times,
                () -> {
                    boolean isAlive = process.isAlive();
                    if (count(text) >= times) {
                        return true;
                    }
                    if (!isAlive) {
                        throw new AssertionError(name + " ended with exit code " + process.exitValue()
                                + " before it wrote '" + text + "', time " + times + "\n" + tail());
                    }
                    return false;
                },
                this::tail);
    }

    /** How often it has written a text on stderr so far. */
    int count(String text) {
        return err().split(Pattern.quote(text), -1).length - 1;
    }

    /** Waits for its end and gives its exit code. */
    int awaitEnd() throws IOException {
        Waiting.until(name + " ends", () -> !process.isAlive(), this::tail);
        forget();
        return process.exitValue();
    }

    /** The processes that it started and that are still there. */
    List<ProcessHandle> children() {
        return process.children().filter(ProcessHandle::isAlive).toList();
    }

    /** SIGKILL: it has no time for a last word. */
    void kill() throws IOException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Something to do to the cluster. */
    @FunctionalInterface
    interface Action {

        void run() throws IOException;
    }

    /** Does something that takes long, and stops it meanwhile, so that it is no further than before. */
    void whilePaused(Action action) throws IOException {
        signal("STOP");
        try {
            action.run();
        } finally {
            signal("CONT");
        }
    }

    private void signal(String signal) throws IOException {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        Waiting.until("kill -" + signal, () -> !kill.isAlive(), this::tail);
        if (kill.exitValue() != 0) {
            throw new AssertionError("kill -" + signal + " failed for " + tail());
        }
    }

    /** SIGTERM; and SIGKILL, for itself and what it started, where that does not help. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = children();
        process.destroy();
        if (!Waiting.isSoWithin(GRACE, () -> !process.isAlive())) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
        Waiting.until(
                "what " + name + " started ends",
                () -> children.stream().noneMatch(ProcessHandle::isAlive),
                this::tail);
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            // The hooks run already, and this one finds a process that is no more.
            return;
        }
    }
}
