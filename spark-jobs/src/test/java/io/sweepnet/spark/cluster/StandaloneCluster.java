package io.sweepnet.spark.cluster;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A standalone cluster of Spark: a Master and Workers as JVMs of their own, on free ports of 127.0.0.1. It can lose each of
 * its parts. Logs and the executors' folders stay in the cluster's folder.
 */
final class StandaloneCluster implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private static final Pattern STARTED = Pattern.compile("Starting Spark master at (spark://\\S+:(\\d+))");
    private static final Pattern PAGES = Pattern.compile("Successfully started service 'MasterUI' on port (\\d+)");

    private final SparkHome spark;
    private final Path folder;
    private final List<String> settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<SparkJvm> workers = new ArrayList<>();

    private SparkJvm master;
    private int masters;
    private int everWorkers;
    private String masterUrl;
    private int port;
    private int pages;

    /**
     * Starts a Master.
     *
     * @param name of the folder below the build's
     * @param properties a file of Spark's settings for the Master and the Workers
     */
    StandaloneCluster(String name, Optional<Path> properties) throws IOException {
        this.spark = SparkHome.make();
        this.folder = Folders.clear(SparkHome.TARGET.resolve("cluster").resolve(name));
        this.settings = properties
                .map(file -> List.of("--properties-file", file.toString()))
                .orElse(List.of());
        startMaster();
    }

    private void startMaster() throws IOException {
        masters++;
        master = SparkJvm.start(
                spark,
                "master-" + masters,
                folder,
                spark.environment(),
                List.of(
                        "-Xmx512m",
                        "-Dspark.deploy.recoveryMode=FILESYSTEM",
                        "-Dspark.deploy.recoveryDirectory=" + folder.resolve("recovery"),
                        // It listens on a fixed port.
                        "-Dspark.master.rest.enabled=false"),
                daemon("org.apache.spark.deploy.master.Master", port));
        master.awaitText("New state: ", 1);
        Matcher started = find(STARTED);
        masterUrl = started.group(1);
        port = Integer.parseInt(started.group(2));
        pages = Integer.parseInt(find(PAGES).group(1));
    }

    private List<String> daemon(String mainClass, int itsPort, String... more) {
        List<String> program = new ArrayList<>(List.of(mainClass, "--host", HOST));
        program.addAll(List.of("--port", String.valueOf(itsPort), "--webui-port", "0"));
        program.addAll(settings);
        program.addAll(Arrays.asList(more));
        return program;
    }

    private Matcher find(Pattern pattern) {
        Matcher matcher = pattern.matcher(master.err());
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + "; " + master.tail());
        }
        return matcher;
    }

    /** As in {@code --master}; a Master that was started again has the same. */
    String masterUrl() {
        return masterUrl;
    }

    /**
     * Starts a Worker and waits until the Master knows it.
     *
     * @param cores task slots that it offers, whatever the machine has
     * @param megabytes memory that it offers to executors
     */
    SparkJvm startWorker(int cores, int megabytes) throws IOException {
        everWorkers++;
        SparkJvm worker = SparkJvm.start(
                spark,
                "worker-" + everWorkers,
                folder,
                spark.environment(),
                List.of("-Xmx256m"),
                daemon(
                        "org.apache.spark.deploy.worker.Worker",
                        0,
                        "--cores",
                        String.valueOf(cores),
                        "--memory",
                        megabytes + "m",
                        "--work-dir",
                        folder.resolve("work").toString(),
                        masterUrl));
        workers.add(worker);
        awaitWorkers();
        return worker;
    }

    /** The Workers that are there. */
    List<SparkJvm> workers() {
        return List.copyOf(workers);
    }

    /** SIGKILL to a Worker; its executors end with it. */
    void killWorker(SparkJvm worker) throws IOException {
        List<ProcessHandle> executors = worker.children();
        workers.remove(worker);
        worker.kill();
        Waiting.until(
                "the executors of the killed Worker end",
                () -> executors.stream().noneMatch(ProcessHandle::isAlive),
                master::tail);
        awaitWorkers();
    }

    /** SIGKILL to the Master and a new one in its place, which finds Workers and applications again. */
    void restartMaster() throws IOException {
        String before = masterUrl;
        master.kill();
        startMaster();
        if (!masterUrl.equals(before)) {
            throw new AssertionError("the Master was at " + before + " and came back at " + masterUrl);
        }
        awaitWorkers();
    }

    private void awaitWorkers() throws IOException {
        Waiting.until(
                "the Master knows " + workers.size() + " Workers",
                () -> {
                    JsonObject state = state();
                    return state.get("status").getAsString().equals("ALIVE")
                            && state.get("aliveworkers").getAsInt() == workers.size();
                },
                master::tail);
    }

    /** The processes of the executors of all applications, a Worker's after the other's. */
    List<ProcessHandle> executors() {
        return workers.stream().flatMap(worker -> worker.children().stream()).toList();
    }

    /** Waits until so many executors run; where it is none, until the cluster is free for the next application. */
    void awaitExecutors(int count) throws IOException {
        Waiting.until(
                count + " executors run",
                () -> executors().size() == count
                        && (count > 0 || state().get("coresused").getAsInt() == 0),
                master::tail);
    }

    /** SIGKILL to one executor, the first of the first Worker that has any. */
    void killExecutor() throws IOException {
        Waiting.until("an executor runs", () -> !executors().isEmpty(), master::tail);
        ProcessHandle executor = executors().get(0);
        executor.destroyForcibly();
        Waiting.until("the killed executor ends", () -> !executor.isAlive(), master::tail);
    }

    /** How many executors Workers have ever launched, those that were lost included. */
    int launchedExecutors() {
        return master.count("Launching executor ");
    }

    /** What the Master's page tells programs. */
    JsonObject state() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + pages + "/json/"))
                .timeout(Duration.ofSeconds(30))
                .build();
        return JsonParser.parseString(
                        http.send(request, BodyHandlers.ofString()).body())
                .getAsJsonObject();
    }

    SparkHome spark() {
        return spark;
    }

    /** Where logs are. */
    Path folder() {
        return folder;
    }

    String masterLog() {
        return master.err();
    }

    /** Ends all it has started, and what that has started. */
    @Override
    public void close() throws IOException {
        for (SparkJvm worker : workers) {
            worker.close();
        }
        master.close();
    }
}
