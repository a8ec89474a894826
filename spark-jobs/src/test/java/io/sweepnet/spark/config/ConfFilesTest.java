package io.sweepnet.spark.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.gradient.ReduceOnPlateau;
import io.sweepnet.network.Activation;
import io.sweepnet.search.Grid;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.Ties;
import io.sweepnet.spark.table.TargetScalingKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ready-made runs. */
class ConfFilesTest {

    private static RunConfig load(String name) {
        return RunConfig.loadResource("io/sweepnet/conf/" + name, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare.conf", "original.conf"})
    void findTheirDataInTheJar(String name) {
        DataConfig data = load(name).data();
        assertThat(data.files().path()).isEqualTo("classpath:io/sweepnet/conf/data/diabetes.csv");
        assertThat(data.roles().target()).contains("progression");
        assertThat(getClass().getClassLoader().getResource("io/sweepnet/conf/data/diabetes.csv"))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare.conf", "original.conf"})
    void findTheirDataBesideThem(String name) {
        // The tests' working folder is the module's.
        RunConfig run = RunConfig.load(Optional.of(Path.of("../conf", name)), Map.of());
        assertThat(run.data().files().path()).isEqualTo("../conf/data/diabetes.csv");
        assertThat(Path.of(run.data().files().path())).isRegularFile();
        assertThat(run.results()).isEqualTo("results");
    }

    @Test
    void compareIsTheDefaultRunOnExecutors() {
        RunConfig run = load("compare.conf");
        RunConfig defaults = RunFiles.ofCommandLine(
                "data.path=classpath:io/sweepnet/conf/data/diabetes.csv",
                "data.target=progression",
                "search.execution=candidates");
        assertThat(run).isEqualTo(defaults);
    }

    @Test
    void originalIsTheSettingOfTheGoldenRuns() {
        RunConfig run = load("original.conf");
        assertThat(run.data().scaling()).isEqualTo(FeatureScaling.Kind.UNIT_NORM);
        assertThat(run.data().targetScaling()).isEqualTo(TargetScalingKind.NONE);
        assertThat(run.data().test()).isZero();
        assertThat(run.data().validation()).isZero();
        assertThat(run.network())
                .isEqualTo(new NetworkConfig(List.of(5, 4), List.of(Activation.IDENTITY, Activation.RELU)));
        assertThat(run.lossName()).isEqualTo("squared");
        assertThat(run.search())
                .isEqualTo(new SearchConfig(
                        ExecutionKind.AUTO,
                        CandidateKind.GRID,
                        Optional.empty(),
                        1,
                        ParameterOrder.LAYER,
                        Optional.of(Ties.FIRST),
                        30,
                        1e-6,
                        Optional.of(1),
                        false,
                        1,
                        1.0,
                        false,
                        Grid.of(-5, 5, 100),
                        Grid.of(-5, 5, 100)));
        assertThat(run.gradient())
                .isEqualTo(new GradientConfig(
                        30, 0.1, OptionalInt.empty(), ReduceOnPlateau.Settings.DEFAULT.with(0.1, 5)));
        assertThat(run.models()).containsExactly(ModelKind.SEARCH, ModelKind.GRADIENT, ModelKind.HYBRID);
    }
}
