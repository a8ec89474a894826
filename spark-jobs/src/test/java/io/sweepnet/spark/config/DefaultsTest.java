package io.sweepnet.spark.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigObject;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.gradient.ReduceOnPlateau;
import io.sweepnet.network.Activation;
import io.sweepnet.search.Grid;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.CsvFormat;
import io.sweepnet.spark.table.DataFormat;
import io.sweepnet.spark.table.MissingPolicy;
import io.sweepnet.spark.table.TableFiles;
import io.sweepnet.spark.table.TargetScalingKind;
import io.sweepnet.spark.table.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefaultsTest {

    /** The table of the design, line by line. */
    private static final String TABLE = """
            data.path = null
            data.target = null
            data.id = null
            data.weight = null
            data.format = auto
            data.features = []
            data.task = auto
            data.scaling = standard
            data.target-scaling = none
            data.missing = fail
            data.test = 0.2
            data.validation = 0
            data.csv.separator = ","
            data.csv.quote = ""\"
            data.csv.decimal = "."
            data.csv.missing = []
            network.hidden = [5, 4]
            network.activations = relu
            loss = auto
            search.execution = auto
            search.candidates = grid
            search.kernel = auto
            search.threads = 1
            search.order = output-first
            search.ties = auto
            search.sweeps = 30
            search.tolerance = 1e-6
            search.patience = auto
            search.keep-current = true
            search.restarts = 1
            search.sample = 1.0
            search.check = false
            search.weights.low = -5
            search.weights.high = 5
            search.weights.size = 100
            search.weights.values = []
            search.biases.low = -5
            search.biases.high = 5
            search.biases.size = 100
            search.biases.values = []
            gradient.epochs = 30
            gradient.learning-rate = 0.1
            gradient.batch = full
            gradient.plateau.factor = 0.1
            gradient.plateau.patience = 5
            models = [search, gradient, hybrid]
            seed = 42
            results = results
            master = local[*]
            """;

    @Test
    void areThoseOfTheDesign() {
        Map<String, String> expected = Arrays.stream(TABLE.split("\n"))
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        Map<String, String> actual = new TreeMap<>();
        collect("", KnownKeys.get().defaults().root(), actual);
        assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(KnownKeys.get().settings()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    private static void collect(String prefix, ConfigObject section, Map<String, String> all) {
        section.forEach((name, value) -> {
            if (value instanceof ConfigObject inner) {
                collect(prefix + name + ".", inner, all);
            } else {
                all.put(prefix + name, Written.value(value));
            }
        });
    }

    @Test
    void areReadIntoRecords() {
        RunConfig run = RunFiles.ofCommandLine("data.path=x.csv");
        assertThat(run.data())
                .isEqualTo(new DataConfig(
                        new TableFiles("x.csv", DataFormat.AUTO, new CsvFormat(',', Optional.of('"'), '.', List.of())),
                        new ColumnRoles(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Task.AUTO,
                                MissingPolicy.FAIL),
                        FeatureScaling.Kind.STANDARD,
                        TargetScalingKind.NONE,
                        0.2,
                        0));
        assertThat(run.network())
                .isEqualTo(new NetworkConfig(List.of(5, 4), List.of(Activation.RELU, Activation.RELU)));
        assertThat(run.lossName()).isEqualTo("auto");
        assertThat(run.loss()).isEmpty();
        assertThat(run.search())
                .isEqualTo(new SearchConfig(
                        ExecutionKind.AUTO,
                        CandidateKind.GRID,
                        Optional.empty(),
                        1,
                        ParameterOrder.OUTPUT_FIRST,
                        Optional.empty(),
                        30,
                        1e-6,
                        Optional.empty(),
                        true,
                        1,
                        1.0,
                        false,
                        Grid.of(-5, 5, 100),
                        Grid.of(-5, 5, 100)));
        assertThat(run.gradient())
                .isEqualTo(new GradientConfig(
                        30, 0.1, OptionalInt.empty(), ReduceOnPlateau.Settings.DEFAULT.with(0.1, 5)));
        assertThat(run.models()).containsExactly(ModelKind.SEARCH, ModelKind.GRADIENT, ModelKind.HYBRID);
        assertThat(run.seed()).isEqualTo(42);
        assertThat(run.results()).isEqualTo("results");
        assertThat(run.master()).isEqualTo("local[*]");
    }
}
