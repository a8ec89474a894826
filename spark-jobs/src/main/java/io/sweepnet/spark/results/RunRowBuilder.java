package io.sweepnet.spark.results;

import java.time.Instant;
import java.util.List;

/** Builds a {@link RunRow}, whose {@code @param} lines say what each column holds; what is not set is null. */
public final class RunRowBuilder {

    private final String runId;
    private String model;
    private Instant startedAt;
    private Instant finishedAt;
    private String status;
    private String dataset;
    private String datasetSha256;
    private Long rows;
    private Long droppedRows;
    private Integer features;
    private String task;
    private List<String> classes;
    private String architecture;
    private String lossName;
    private String config;
    private Long seed;
    private String version;
    private Integer schemaVersion;
    private String sparkVersion;
    private String javaVersion;
    private String master;
    private String execution;
    private String kernel;
    private String channel;
    private Integer executors;
    private Integer partitions;
    private Integer threads;
    private Integer parameters;
    private Long candidateEvaluations;
    private Long nonfiniteEvaluations;
    private Long directDecisions;
    private Double initialLoss;
    private Double finalLoss;
    private Double validationLoss;
    private Double testLoss;
    private Integer iterations;
    private String stopReason;
    private Double wallSeconds;
    private String details;

    RunRowBuilder(String runId) {
        this.runId = RunId.check(runId);
        this.schemaVersion = RunRow.SCHEMA_VERSION;
    }

    RunRowBuilder(RunRow row) {
        runId = row.runId();
        model = row.model();
        startedAt = row.startedAt();
        finishedAt = row.finishedAt();
        status = row.status();
        dataset = row.dataset();
        datasetSha256 = row.datasetSha256();
        rows = row.rows();
        droppedRows = row.droppedRows();
        features = row.features();
        task = row.task();
        classes = row.classes();
        architecture = row.architecture();
        lossName = row.lossName();
        config = row.config();
        seed = row.seed();
        version = row.version();
        schemaVersion = row.schemaVersion();
        sparkVersion = row.sparkVersion();
        javaVersion = row.javaVersion();
        master = row.master();
        execution = row.execution();
        kernel = row.kernel();
        channel = row.channel();
        executors = row.executors();
        partitions = row.partitions();
        threads = row.threads();
        parameters = row.parameters();
        candidateEvaluations = row.candidateEvaluations();
        nonfiniteEvaluations = row.nonfiniteEvaluations();
        directDecisions = row.directDecisions();
        initialLoss = row.initialLoss();
        finalLoss = row.finalLoss();
        validationLoss = row.validationLoss();
        testLoss = row.testLoss();
        iterations = row.iterations();
        stopReason = row.stopReason();
        wallSeconds = row.wallSeconds();
        details = row.details();
    }

    /** The row. */
    public RunRow build() {
        return new RunRow(
                runId,
                model,
                startedAt,
                finishedAt,
                status,
                dataset,
                datasetSha256,
                rows,
                droppedRows,
                features,
                task,
                classes,
                architecture,
                lossName,
                config,
                seed,
                version,
                schemaVersion,
                sparkVersion,
                javaVersion,
                master,
                execution,
                kernel,
                channel,
                executors,
                partitions,
                threads,
                parameters,
                candidateEvaluations,
                nonfiniteEvaluations,
                directDecisions,
                initialLoss,
                finalLoss,
                validationLoss,
                testLoss,
                iterations,
                stopReason,
                wallSeconds,
                details);
    }

    public RunRowBuilder model(String model) {
        this.model = model;
        return this;
    }

    public RunRowBuilder startedAt(Instant startedAt) {
        this.startedAt = startedAt;
        return this;
    }

    public RunRowBuilder finishedAt(Instant finishedAt) {
        this.finishedAt = finishedAt;
        return this;
    }

    /**
     * One of {@link RunRow#STATUSES}.
     *
     * @throws IllegalArgumentException if it is another
     */
    public RunRowBuilder status(String status) {
        if (!RunRow.STATUSES.contains(status)) {
            throw new IllegalArgumentException("status is one of " + RunRow.STATUSES + ", got " + status);
        }
        this.status = status;
        return this;
    }

    public RunRowBuilder dataset(String dataset) {
        this.dataset = dataset;
        return this;
    }

    public RunRowBuilder datasetSha256(String datasetSha256) {
        this.datasetSha256 = datasetSha256;
        return this;
    }

    public RunRowBuilder rows(Long rows) {
        this.rows = rows;
        return this;
    }

    public RunRowBuilder droppedRows(Long droppedRows) {
        this.droppedRows = droppedRows;
        return this;
    }

    public RunRowBuilder features(Integer features) {
        this.features = features;
        return this;
    }

    public RunRowBuilder task(String task) {
        this.task = task;
        return this;
    }

    public RunRowBuilder classes(List<String> classes) {
        this.classes = classes;
        return this;
    }

    public RunRowBuilder architecture(String architecture) {
        this.architecture = architecture;
        return this;
    }

    public RunRowBuilder lossName(String lossName) {
        this.lossName = lossName;
        return this;
    }

    public RunRowBuilder config(String config) {
        this.config = config;
        return this;
    }

    public RunRowBuilder seed(Long seed) {
        this.seed = seed;
        return this;
    }

    public RunRowBuilder version(String version) {
        this.version = version;
        return this;
    }

    public RunRowBuilder sparkVersion(String sparkVersion) {
        this.sparkVersion = sparkVersion;
        return this;
    }

    public RunRowBuilder javaVersion(String javaVersion) {
        this.javaVersion = javaVersion;
        return this;
    }

    public RunRowBuilder master(String master) {
        this.master = master;
        return this;
    }

    public RunRowBuilder execution(String execution) {
        this.execution = execution;
        return this;
    }

    public RunRowBuilder kernel(String kernel) {
        this.kernel = kernel;
        return this;
    }

    public RunRowBuilder channel(String channel) {
        this.channel = channel;
        return this;
    }

    public RunRowBuilder executors(Integer executors) {
        this.executors = executors;
        return this;
    }

    public RunRowBuilder partitions(Integer partitions) {
        this.partitions = partitions;
        return this;
    }

    public RunRowBuilder threads(Integer threads) {
        this.threads = threads;
        return this;
    }

    public RunRowBuilder parameters(Integer parameters) {
        this.parameters = parameters;
        return this;
    }

    public RunRowBuilder candidateEvaluations(Long candidateEvaluations) {
        this.candidateEvaluations = candidateEvaluations;
        return this;
    }

    public RunRowBuilder nonfiniteEvaluations(Long nonfiniteEvaluations) {
        this.nonfiniteEvaluations = nonfiniteEvaluations;
        return this;
    }

    public RunRowBuilder directDecisions(Long directDecisions) {
        this.directDecisions = directDecisions;
        return this;
    }

    public RunRowBuilder initialLoss(Double initialLoss) {
        this.initialLoss = initialLoss;
        return this;
    }

    public RunRowBuilder finalLoss(Double finalLoss) {
        this.finalLoss = finalLoss;
        return this;
    }

    public RunRowBuilder validationLoss(Double validationLoss) {
        this.validationLoss = validationLoss;
        return this;
    }

    public RunRowBuilder testLoss(Double testLoss) {
        this.testLoss = testLoss;
        return this;
    }

    public RunRowBuilder iterations(Integer iterations) {
        this.iterations = iterations;
        return this;
    }

    public RunRowBuilder stopReason(String stopReason) {
        this.stopReason = stopReason;
        return this;
    }

    public RunRowBuilder wallSeconds(Double wallSeconds) {
        this.wallSeconds = wallSeconds;
        return this;
    }

    public RunRowBuilder details(String details) {
        this.details = details;
        return this;
    }
}
