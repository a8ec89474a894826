package io.sweepnet.training;

import io.sweepnet.data.Dataset;
import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.kernel.CheckFailedException;
import io.sweepnet.search.kernel.CheckedEvaluator;
import io.sweepnet.search.kernel.DeadLayers;
import io.sweepnet.search.kernel.Kernel;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Training rows in the memory of this JVM, whose candidates a kernel evaluates.
 *
 * <pre>{@code
 * InMemoryTrainingRows rows = new InMemoryTrainingRows(architecture, loss, table, Optional.empty()).with(Kernel.DIRECT, 1);
 * TrainingHistory history = new SearchModel(settings).search(rows, 20, TrainingContext.NONE);
 * }</pre>
 */
public final class InMemoryTrainingRows implements SearchSource, GradientSource {

    private final Architecture architecture;
    private final Loss loss;
    private final Dataset dataset;
    private final DirectLoss direct;
    private final Optional<DirectLoss> validation;
    private final Optional<Kernel> kernel;
    private final int threads;
    private final boolean isChecked;

    /**
     * Creates the training rows of a table, in canonical order. A search uses the fastest kernel that serves, in the calling
     * thread.
     *
     * @param loss the loss that training minimises
     * @param dataset training rows
     * @param validation validation rows, if any
     * @throws IllegalArgumentException if the table does not fit the network or the loss
     */
    public InMemoryTrainingRows(Architecture architecture, Loss loss, Dataset dataset, Optional<Dataset> validation) {
        this(
                architecture,
                loss,
                dataset.canonical(),
                validation.map(rows -> new DirectLoss(architecture, rows.canonical(), loss)),
                Optional.empty(),
                1,
                false);
    }

    private InMemoryTrainingRows(
            Architecture architecture,
            Loss loss,
            Dataset dataset,
            Optional<DirectLoss> validation,
            Optional<Kernel> kernel,
            int threads,
            boolean isChecked) {
        this.architecture = architecture;
        this.loss = loss;
        this.dataset = dataset;
        this.direct = new DirectLoss(architecture, dataset, loss);
        this.validation = validation;
        this.kernel = kernel;
        this.threads = threads;
        this.isChecked = isChecked;
    }

    /**
     * Returns the same rows for a search by the given kernel.
     *
     * @param by the kernel; empty for the fastest that serves
     * @param mostThreads maximum number of threads of the kernel, at least 1
     */
    public InMemoryTrainingRows with(Optional<Kernel> by, int mostThreads) {
        return new InMemoryTrainingRows(architecture, loss, dataset, validation, by, mostThreads, isChecked);
    }

    /** Returns the same rows for a search by a kernel with the given maximum number of threads, at least 1. */
    public InMemoryTrainingRows with(Kernel by, int mostThreads) {
        return with(Optional.of(by), mostThreads);
    }

    /**
     * Returns the same rows; if {@code check} is true, every step is also played by the direct rule, see {@link
     * CheckedEvaluator}.
     */
    public InMemoryTrainingRows checked(boolean check) {
        return new InMemoryTrainingRows(architecture, loss, dataset, validation, kernel, threads, check);
    }

    /** Returns the training rows, in canonical order. */
    public Dataset dataset() {
        return dataset;
    }

    @Override
    public double loss(double[] parameters) {
        return direct.of(parameters);
    }

    @Override
    public OptionalDouble validationLoss(double[] parameters) {
        return validation.isPresent() ? OptionalDouble.of(validation.get().of(parameters)) : OptionalDouble.empty();
    }

    /**
     * {@inheritDoc} It throws an IllegalArgumentException if the given kernel, or every kernel, does not serve the search, and
     * playing a search throws a {@link CheckFailedException} if a check fails.
     */
    @Override
    public SearchRunner runner() {
        return new EvaluatorRunner(this, this::evaluator);
    }

    private CandidateEvaluator evaluator(CoordinateSearch search) {
        Kernel by = kernel(search.settings());
        Parameters at = search.parameters();
        return isChecked ? CheckedEvaluator.of(by, at, dataset, loss, threads) : by.create(at, dataset, loss, threads);
    }

    private Kernel kernel(SearchSettings search) {
        return kernel.orElseGet(
                () -> Kernel.fastest(architecture, loss, search.space().isContinuous()));
    }

    @Override
    public boolean isDead(SearchSettings search, Parameters at) {
        return new DeadLayers(architecture, dataset, search).isAnyAt(at);
    }

    @Override
    public InMemoryTrainingRows sample(double share, long seed) {
        int[] rows = RowSample.of(dataset, 0, share, seed);
        return RowSample.counts(dataset, rows)
                ? new InMemoryTrainingRows(
                        architecture,
                        loss,
                        dataset.rows(rows).canonical(),
                        Optional.empty(),
                        kernel,
                        threads,
                        isChecked)
                : this;
    }

    @Override
    public GradientDescent descent(GradientDescent.Settings descent, Parameters initial) {
        return new GradientDescent(descent, initial, dataset, loss);
    }
}
