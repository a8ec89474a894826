package io.sweepnet.spark.cluster;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
public final class StandaloneCluster implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    /** A page that takes so long does not come at all. */
    private static final int PAGE_MILLIS = 30_000;

    private static final Pattern STARTED = Pattern.compile("Starting Spark master at (spark://\\S+:(\\d+))");
    private static final Pattern PAGES = Pattern.compile("Successfully started service 'MasterUI' on port (\\d+)");

    private final Path folder;
    private final List<String> settings;
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
    public StandaloneCluster(String name, Optional<Path> properties) throws IOException {
        this.folder = Folders.clear(SparkHome.TARGET.resolve("cluster").resolve(name));
        this.settings = properties
                .map(file -> List.of("--properties-file", file.toString()))
                .orElse(List.of());
        startMaster();
    }

    private void startMaster() throws IOException {
        masters++;
        master = SparkJvm.start(
                "master-" + masters,
                folder,
                SparkHome.get().environment(),
                List.of(
                        "-Xmx512m",
                        ClassArchive.option(),
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
    public String masterUrl() {
        return masterUrl;
    }

    /** Starts Workers at the same time and waits until the Master knows them. */
    public void startWorkers(int count, int cores, int megabytes) throws IOException {
        for (int number = 0; number < count; number++) {
            launchWorker(cores, megabytes);
        }
        awaitWorkers();
    }

    /**
     * Starts a Worker and waits until the Master knows it.
     *
     * @param cores task slots that it offers, whatever the machine has
     * @param megabytes memory that it offers to executors
     */
    public void startWorker(int cores, int megabytes) throws IOException {
        startWorkers(1, cores, megabytes);
    }

    private void launchWorker(int cores, int megabytes) throws IOException {
        everWorkers++;
        SparkJvm worker = SparkJvm.start(
                "worker-" + everWorkers,
                folder,
                SparkHome.get().environment(),
                List.of("-Xmx256m", ClassArchive.option()),
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
    }

    /** The Workers that are there. */
    List<SparkJvm> workers() {
        return List.copyOf(workers);
    }

    /**
     * SIGKILL to a Worker and its executors, as where a machine fails. (An executor that is just starting would outlive its
     * Worker.)
     */
    void killWorker(SparkJvm worker) throws IOException {
        List<ProcessHandle> executors = worker.children();
        workers.remove(worker);
        worker.kill();
        executors.forEach(ProcessHandle::destroyForcibly);
        awaitWorkers();
    }

    /** SIGKILL to the Master; Workers and applications go on without. */
    void killMaster() throws IOException {
        master.kill();
    }

    /** Starts another in the place of a Master that was killed; it begins to look for Workers and applications. */
    void replaceMaster() throws IOException {
        String before = masterUrl;
        startMaster();
        if (!masterUrl.equals(before)) {
            throw new AssertionError("the Master was at " + before + " and came back at " + masterUrl);
        }
    }

    /** Waits until the Master is at work and knows all Workers. */
    void awaitWorkers() throws IOException {
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

    /** Waits until nothing is left of any application, so that the next one has the whole cluster. */
    public void awaitIdle() throws IOException {
        Waiting.until("all executors end", () -> executors().isEmpty() && applications() == 0, master::tail);
    }

    /** What executors wrote, a file for each that was ever launched. */
    List<Path> executorLogs() throws IOException {
        return Folders.files(folder.resolve("work")).stream()
                .filter(file -> file.endsWith("stderr"))
                .toList();
    }

    /** SIGKILL to one executor, the first of the first Worker that has any. */
    public void killExecutor() throws IOException {
        Waiting.until("an executor runs", () -> !executors().isEmpty(), master::tail);
        ProcessHandle executor = executors().get(0);
        executor.destroyForcibly();
        Waiting.until("the killed executor ends", () -> !executor.isAlive(), master::tail);
    }

    /** How many applications the Master takes for running. */
    int applications() throws IOException {
        return state().getAsJsonArray("activeapps").size();
    }

    /** What the Master's page tells programs. */
    private JsonObject state() throws IOException {
        URLConnection page =
                URI.create("http://" + HOST + ":" + pages + "/json/").toURL().openConnection();
        page.setConnectTimeout(PAGE_MILLIS);
        page.setReadTimeout(PAGE_MILLIS);
        try (InputStream in = page.getInputStream()) {
            return JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
        }
    }

    /** Where logs are. */
    public Path folder() {
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
