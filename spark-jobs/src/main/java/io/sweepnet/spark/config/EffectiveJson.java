package io.sweepnet.spark.config;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import io.sweepnet.gradient.ReduceOnPlateau;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.Values;
import io.sweepnet.spark.table.CsvFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a configuration as JSON, with the keys of the configuration files. */
final class EffectiveJson {

    private EffectiveJson() {}

    static String of(RunConfig run) {
        Map<String, Object> root = new HashMap<>();
        root.put("data", data(run.data()));
        root.put("network", network(run.network()));
        root.put("loss", run.lossName());
        root.put("search", search(run.search()));
        root.put("gradient", gradient(run.gradient()));
        root.put("models", run.models().stream().map(ModelKind::label).toList());
        root.put("seed", run.seed());
        root.put("results", run.results());
        root.put("master", run.master());
        return ConfigValueFactory.fromMap(root).render(ConfigRenderOptions.concise());
    }

    private static Map<String, Object> data(DataConfig data) {
        Map<String, Object> section = new HashMap<>();
        section.put("path", data.files().path());
        section.put("target", data.roles().target().orElse(null));
        section.put("id", data.roles().id().orElse(null));
        section.put("weight", data.roles().weight().orElse(null));
        section.put("format", Labels.of(data.files().format()));
        section.put("features", data.roles().features());
        section.put("task", Labels.of(data.roles().task()));
        section.put("scaling", data.scaling().label());
        section.put("target-scaling", Labels.of(data.targetScaling()));
        section.put("missing", Labels.of(data.roles().missing()));
        section.put("test", number(data.test()));
        section.put("validation", number(data.validation()));
        section.put("csv", csv(data.files().csv()));
        return section;
    }

    private static Map<String, Object> csv(CsvFormat csv) {
        Map<String, Object> section = new HashMap<>();
        section.put("separator", String.valueOf(csv.separator()));
        section.put("quote", csv.quote().map(String::valueOf).orElse("none"));
        section.put("decimal", String.valueOf(csv.decimal()));
        section.put("missing", csv.missing());
        return section;
    }

    private static Map<String, Object> network(NetworkConfig network) {
        List<String> activations =
                network.activations().stream().map(Labels::of).toList();
        return Map.of("hidden", network.hidden(), "activations", activations);
    }

    private static Map<String, Object> search(SearchConfig search) {
        Map<String, Object> section = new HashMap<>();
        section.put("execution", search.execution().label());
        section.put("candidates", search.candidates().label());
        section.put("kernel", search.kernel().map(Labels::of).orElse(RunConfig.AUTO));
        section.put("threads", search.threads());
        section.put("order", Labels.of(search.order()));
        section.put("ties", search.ties().map(Labels::of).orElse(RunConfig.AUTO));
        section.put("sweeps", search.sweeps());
        section.put("tolerance", number(search.tolerance()));
        section.put("patience", search.patience().<Object>map(sweeps -> sweeps).orElse(RunConfig.AUTO));
        section.put("keep-current", search.keepCurrent());
        section.put("restarts", search.restarts());
        section.put("sample", number(search.sample()));
        section.put("check", search.check());
        section.put("weights", candidates(search.weights()));
        section.put("biases", candidates(search.biases()));
        return section;
    }

    private static Map<String, Object> candidates(Candidates candidates) {
        if (candidates instanceof Values values) {
            return Map.of(
                    "values", values.all().stream().map(EffectiveJson::number).toList());
        }
        if (candidates instanceof Interval interval) {
            return Map.of("low", number(interval.low()), "high", number(interval.high()), "values", List.of());
        }
        Grid grid = (Grid) candidates;
        return Map.of("low", number(grid.low()), "high", number(grid.high()), "size", grid.size(), "values", List.of());
    }

    private static Map<String, Object> gradient(GradientConfig gradient) {
        ReduceOnPlateau.Settings plateau = gradient.plateau();
        return Map.of(
                "epochs",
                gradient.epochs(),
                "learning-rate",
                number(gradient.learningRate()),
                "batch",
                gradient.batch().isPresent() ? gradient.batch().getAsInt() : "full",
                "plateau",
                Map.of("factor", number(plateau.factor()), "patience", plateau.patience()));
    }

    /**
     * Returns whole numbers as integers, which are written without a fraction; all others, and -0, keep full precision.
     */
    private static Number number(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        boolean isNegativeZero = value == 0 && 1 / value < 0;
        return isWhole && !isNegativeZero ? (Number) (long) value : (Number) value;
    }
}
