package io.sweepnet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.Dataset;
import io.sweepnet.gradient.ReduceOnPlateau;
import io.sweepnet.loss.AbsoluteLoss;
import io.sweepnet.loss.HuberLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.loss.ZeroOneLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import io.sweepnet.search.kernel.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSettingsTest {

    private static ModelSettings.Builder builder() {
        return ModelSettings.builder().inputSize(2).hiddenSizes(3, 4).outputSize(2);
    }

    @Test
    void defaultsAreThoseStated() {
        ModelSettings settings = builder().build();

        assertThat(settings.architecture())
                .isEqualTo(Architecture.of(2, List.of(3, 4), 2, List.of(Activation.RELU, Activation.RELU)));
        assertThat(settings.loss()).isInstanceOf(SquaredLoss.class);
        assertThat(settings.seed()).isEqualTo(42);
        assertThat(settings.space().weights()).isEqualTo(Grid.of(-5, 5, 100));
        assertThat(settings.space().biases()).isEqualTo(Grid.of(-5, 5, 100));
        assertThat(settings.ties()).isEqualTo(Ties.FIRST);
        assertThat(settings.batchSize()).isEmpty();
        assertThat(settings.plateau()).isEqualTo(ReduceOnPlateau.Settings.DEFAULT);
        assertThat(settings.search(30))
                .isEqualTo(new SearchSettings(
                        new SearchSpace(Grid.of(-5, 5, 100), Grid.of(-5, 5, 100)),
                        ParameterOrder.OUTPUT_FIRST,
                        Ties.FIRST,
                        true,
                        new StopRule(30, 1e-6, 1),
                        42));
        assertThat(settings.kernel()).isEmpty();
        assertThat(settings.threads()).isEqualTo(1);
    }

    @Test
    void withoutHiddenLayersTheModelIsLinear() {
        assertThat(ModelSettings.builder().inputSize(3).outputSize(1).build().architecture())
                .isEqualTo(new Architecture(List.of(3, 1), List.of(Activation.IDENTITY)));
    }

    @Test
    void aWholeArchitectureTakesThePlaceOfSizesAndActivations() {
        Architecture whole = new Architecture(List.of(4, 2, 3), List.of(Activation.STEP, Activation.TANH));

        ModelSettings settings = builder().architecture(whole).build();

        assertThat(settings.architecture()).isEqualTo(whole);
        assertThat(settings.toBuilder().seed(5).build().architecture()).isEqualTo(whole);
        assertThat(settings.ties()).isEqualTo(Ties.RANDOM);
    }

    @Test
    void toBuilderKeepsEverything() {
        Loss loss = new AbsoluteLoss();
        ReduceOnPlateau.Settings plateau = new ReduceOnPlateau.Settings(0.3, 2, 1, 0.01);
        ModelSettings original = builder()
                .activations(Activation.STEP, Activation.TANH)
                .loss(loss)
                .seed(-3)
                .weightCandidates(Values.of(-1, 0, 1))
                .biasRange(-2, 3)
                .order(ParameterOrder.RANDOM)
                .ties(Ties.RANDOM)
                .keepCurrent(false)
                .tolerance(0.25)
                .patience(4)
                .batchSize(16)
                .plateau(plateau)
                .kernel(Kernel.DIRECT)
                .threads(3)
                .build();

        ModelSettings copy = original.toBuilder().build();

        assertThat(copy.architecture())
                .isEqualTo(Architecture.of(2, List.of(3, 4), 2, List.of(Activation.STEP, Activation.TANH)));
        assertThat(copy.loss()).isSameAs(loss);
        assertThat(copy.seed()).isEqualTo(-3);
        assertThat(copy.batchSize()).hasValue(16);
        assertThat(copy.plateau()).isEqualTo(plateau);
        assertThat(copy.kernel()).hasValue(Kernel.DIRECT);
        assertThat(copy.threads()).isEqualTo(3);
        assertThat(copy.search(7))
                .isEqualTo(original.search(7))
                .isEqualTo(new SearchSettings(
                        new SearchSpace(Values.of(-1, 0, 1), Grid.of(-2, 3, 100)),
                        ParameterOrder.RANDOM,
                        Ties.RANDOM,
                        false,
                        new StopRule(7, 0.25, 4),
                        -3));
    }

    @Test
    void aChangedCopyLeavesTheOriginalAlone() {
        ModelSettings.Builder builder = builder().seed(1);
        ModelSettings original = builder.build();

        builder.seed(2);
        ModelSettings changed = original.toBuilder().seed(3).hiddenSizes(9).build();

        assertThat(original.seed()).isEqualTo(1);
        assertThat(original.architecture().shape()).isEqualTo("2-3-4-2");
        assertThat(changed.seed()).isEqualTo(3);
        assertThat(changed.architecture().shape()).isEqualTo("2-9-2");
    }

    @Test
    void rangesAndSizesAreSetApart() {
        ModelSettings settings =
                builder().rangeSizes(10, 20).weightRange(-1, 1).biasRange(0, 2).build();

        assertThat(settings.space().weights()).isEqualTo(Grid.of(-1, 1, 10));
        assertThat(settings.space().biases()).isEqualTo(Grid.of(0, 2, 20));
        ModelSettings resized = settings.toBuilder().rangeSizes(5, 6).build();
        assertThat(resized.space().weights()).isEqualTo(Grid.of(-1, 1, 5));
        assertThat(resized.space().biases()).isEqualTo(Grid.of(0, 2, 6));
    }

    /** It starts where a grid of the same range does, and changes its ends, not its size. */
    @Test
    void aContinuousRangeTakesThePlaceOfAGrid() {
        ModelSettings settings = builder()
                .weightCandidates(new Interval(-1, 1))
                .biasCandidates(new Interval(-5, 5))
                .weightRange(-2, 3)
                .build();

        assertThat(settings.space().weights()).isEqualTo(new Interval(-2, 3));
        assertThat(settings.search(1).space().biases()).isEqualTo(new Interval(-5, 5));
        assertThat(settings.initialParameters())
                .isEqualTo(builder().weightRange(-2, 3).build().initialParameters());
        assertThatIllegalStateException()
                .isThrownBy(() -> settings.toBuilder().rangeSizes(5, 5))
                .withMessage("a continuous range has the size it has: Interval[low=-2.0, high=3.0]");
    }

    @Test
    void aContinuousRangeHasTheFastestKernelThatServesOne() {
        ModelSettings settings = builder()
                .biasCandidates(new Interval(-5, 5))
                .activations(Activation.TANH)
                .build();
        Dataset table = Dataset.of(new double[2][3], new double[2][3]);

        ModelSettings ranged = settings.toBuilder().biasRange(-1, 1).build();
        ModelSettings numbered =
                settings.toBuilder().biasCandidates(Grid.of(-1, 1, 3)).build();
        assertThat(settings.search(1).space().isContinuous()).isTrue();
        assertThat(ranged.search(1).space().isContinuous()).isTrue();
        assertThat(numbered.search(1).space().isContinuous()).isFalse();
        assertThat(new SearchModel(numbered).search(table, 1).iterations()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchModel(settings).search(table, 1))
                .withMessageStartingWith("activation 'tanh' has no pieces, so candidates = exact cannot serve it");
    }

    @Test
    void tiesAreRandomWhereTheLossCounts() {
        ModelSettings settings = builder().loss(new ZeroOneLoss()).build();

        assertThat(settings.ties()).isEqualTo(Ties.RANDOM);
        assertThat(settings.search(9).stop()).isEqualTo(new StopRule(9, 1e-6, 10));
    }

    @Test
    void tiesAreRandomWhereEveryHiddenUnitIsFlat() {
        assertThat(builder().activations(Activation.STEP).build().ties()).isEqualTo(Ties.RANDOM);
        assertThat(builder()
                        .activations(Activation.SIGN, Activation.STEP)
                        .build()
                        .ties())
                .isEqualTo(Ties.RANDOM);
        assertThat(builder()
                        .activations(Activation.STEP, Activation.RELU)
                        .build()
                        .ties())
                .isEqualTo(Ties.FIRST);
        assertThat(builder().hiddenSizes().build().ties()).isEqualTo(Ties.FIRST);
    }

    @Test
    void tiesAndPatienceGivenAreTaken() {
        ModelSettings settings =
                builder().loss(new ZeroOneLoss()).ties(Ties.FIRST).build();
        assertThat(settings.search(9).ties()).isEqualTo(Ties.FIRST);
        assertThat(settings.search(9).stop().patience()).isEqualTo(1);

        ModelSettings random = builder().ties(Ties.RANDOM).build();
        assertThat(random.search(9).stop().patience()).isEqualTo(10);
        assertThat(random.toBuilder().patience(2).build().search(9).stop().patience())
                .isEqualTo(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 42, -9})
    void initialParametersLieInTheirRanges(long seed) {
        Parameters initial = builder()
                .hiddenSizes(30, 30)
                .weightRange(-0.5, 0.25)
                .biasRange(2, 3)
                .seed(seed)
                .build()
                .initialParameters();

        Architecture architecture = initial.architecture();
        for (int i = 0; i < initial.count(); i++) {
            boolean weight = architecture.parameterIndex(i).isWeight();
            assertThat(initial.get(i))
                    .as("seed %d, parameter %d", seed, i)
                    .isBetween(weight ? -0.5 : 2.0, weight ? 0.25 : 3.0);
        }
        double[] weights = IntStream.range(0, initial.count())
                .filter(i -> architecture.parameterIndex(i).isWeight())
                .mapToDouble(initial::get)
                .toArray();
        assertThat(IntStream.range(0, weights.length)
                        .mapToDouble(i -> weights[i])
                        .average()
                        .orElseThrow())
                .as("seed %d", seed)
                .isCloseTo(-0.125, within(0.05));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void initialParametersAreTakenFromLists(long seed) {
        Parameters initial = builder()
                .hiddenSizes(30, 30)
                .weightCandidates(Values.of(1, -1, 0))
                .biasCandidates(Values.of(0.6, 0.7))
                .seed(seed)
                .build()
                .initialParameters();

        assertThat(initial.biases(1)).as("seed %d", seed).containsOnly(0.6, 0.7);
        for (double[] unit : initial.weights(1)) {
            assertThat(unit).as("seed %d", seed).containsOnly(-1, 0, 1);
        }
    }

    /** -5 + 10 u of two numbers u made by an independent program. */
    @Test
    void initialParametersStayTheSameForEver() {
        Parameters initial = builder().build().initialParameters();

        assertThat(initial.get(0)).isEqualTo(-5 + 10 * 0.36277014204966196);
        assertThat(initial.get(1)).isEqualTo(-5 + 10 * 0.12289086344478461);
    }

    @Test
    void initialParametersDependOnSeedAndPositionAlone() {
        ModelSettings settings = builder().build();
        ModelSettings otherwise = settings.toBuilder()
                .outputSize(5)
                .activations(Activation.STEP)
                .loss(new AbsoluteLoss())
                .order(ParameterOrder.RANDOM)
                .rangeSizes(7, 7)
                .build();
        double[] initial = settings.initialParameters().toArray();

        for (int i = 0; i < settings.architecture().weightOffset(2); i++) {
            assertThat(otherwise.initialParameters().get(i))
                    .as("parameter %d", i)
                    .isEqualTo(initial[i]);
        }
        assertThat(settings.initialParameters().toArray()).isEqualTo(initial);
        assertThat(settings.toBuilder().seed(43).build().initialParameters().toArray())
                .isNotEqualTo(initial);
    }

    @Test
    void sizesAndActivationsMustMakeANetwork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelSettings.builder().outputSize(1).build())
                .withMessageContaining("[0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder()
                        .activations(Activation.RELU, Activation.RELU, Activation.RELU)
                        .build())
                .withMessageContaining("got 4");
        assertThatIllegalArgumentException().isThrownBy(() -> builder().weightRange(1, 1));
    }

    /** It goes to executors as it is: all of it arrives. */
    @Test
    void itArrivesInAnotherJvmAsItIs() throws Exception {
        ModelSettings whole = builder()
                .architecture(Architecture.of(2, List.of(3), 1, List.of(Activation.TANH)))
                .loss(new HuberLoss(0.75))
                .seed(-3)
                .weightCandidates(Values.of(-1, 0, 1))
                .biasCandidates(new Interval(-2, 3))
                .order(ParameterOrder.RANDOM)
                .ties(Ties.RANDOM)
                .keepCurrent(false)
                .tolerance(0.25)
                .patience(4)
                .sample(0.5)
                .batchSize(16)
                .plateau(new ReduceOnPlateau.Settings(0.3, 2, 1, 0.01))
                .kernel(Kernel.INCREMENTAL)
                .threads(3)
                .build();
        for (ModelSettings settings : List.of(builder().build(), whole)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(settings);
            }
            ModelSettings arrived;
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                arrived = (ModelSettings) in.readObject();
            }

            assertThat(arrived).usingRecursiveComparison().isEqualTo(settings);
            assertThat(arrived.search(7)).isEqualTo(settings.search(7));
            assertThat(arrived.descent(2, 0.1)).isEqualTo(settings.descent(2, 0.1));
            assertThat(arrived.initialParameters()).isEqualTo(settings.initialParameters());
        }
        assertThat(whole).usingRecursiveComparison().isNotEqualTo(builder().build());
    }

    @Test
    void noThreadAtAllIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().threads(0).build())
                .withMessageContaining("0");
    }
}
