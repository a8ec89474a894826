package io.sweepnet.spark.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveJsonTest {

    @TempDir
    private Path folder;

    @Test
    void holdsEveryKeyInOrder() {
        assertThat(RunFiles.ofCommandLine("data.path=a \"b\"/äö.csv").effectiveJson())
                .isEqualTo(
                        "{\"data\":{\"csv\":{\"decimal\":\".\",\"missing\":[],\"quote\":\"\\\"\",\"separator\":\",\"},"
                                + "\"features\":[],\"format\":\"auto\",\"id\":null,\"missing\":\"fail\","
                                + "\"path\":\"a \\\"b\\\"/äö.csv\",\"scaling\":\"standard\",\"target\":null,"
                                + "\"target-scaling\":\"none\",\"task\":\"auto\",\"test\":0.2,\"validation\":0,\"weight\":null},"
                                + "\"gradient\":{\"batch\":\"full\",\"epochs\":30,\"learning-rate\":0.1,"
                                + "\"plateau\":{\"factor\":0.1,\"patience\":5}},\"loss\":\"auto\",\"master\":\"local[*]\","
                                + "\"models\":[\"search\",\"gradient\",\"hybrid\"],"
                                + "\"network\":{\"activations\":[\"relu\",\"relu\"],\"hidden\":[5,4]},\"results\":\"results\","
                                + "\"search\":{\"biases\":{\"high\":5,\"low\":-5,\"size\":100,\"values\":[]},"
                                + "\"candidates\":\"grid\",\"check\":false,\"execution\":\"auto\",\"keep-current\":true,\"kernel\":\"auto\","
                                + "\"order\":\"output-first\",\"patience\":\"auto\",\"restarts\":1,\"sample\":1,"
                                + "\"sweeps\":30,\"threads\":1,\"ties\":\"auto\","
                                + "\"tolerance\":1.0E-6,"
                                + "\"weights\":{\"high\":5,\"low\":-5,\"size\":100,\"values\":[]}},\"seed\":42}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seed = -9223372036854775808, network { hidden = [], activations = step }",
                "network { hidden = [3], activations = [sign] }, loss = \"huber(1.5)\", models = [gradient]",
                "search { weights.values = [-1, 0, 1], biases.values = [-0.0, 1e300], ties = random, patience = 3 }",
                "search { weights { low = -0.1, high = 1e16, size = 1 }, keep-current = off, order = random }",
                "search { kernel = incremental, execution = driver, threads = 3 }",
                "search { candidates = exact, weights { low = -0.1, high = 1e16, size = 7 } }",
                "search { kernel = direct, execution = candidates }",
                "search { kernel = piecewise, check = true }",
                "search { execution = restarts, restarts = 64, kernel = piecewise }",
                "gradient { batch = 32, epochs = 0, learning-rate = 1e-3, plateau { factor = 0.5, patience = 0 } }",
                "data { target = \"a.b\", id = \"x:1\", weight = \"größe\", features = [\"we,ird\", \"a\\\"b\\n\"] }",
                "data.csv { separator = tab, quote = none, decimal = \",\", missing = [\"\", -999] }, data.missing = drop",
                "data { test = 0, validation = 0.1, scaling = unit-norm, target-scaling = standard, task = classification }"
            })
    void isAConfigurationThatGivesTheSame(String text) throws Exception {
        RunConfig run = new RunFiles(folder).load(text, "data.path=/data/x.csv", "results=/out");
        String json = run.effectiveJson();
        assertThat(json).doesNotContain("\n");
        ConfigFactory.parseString(json, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));
        for (String name : new String[] {"effective.json", "effective.conf"}) {
            Path file = Files.writeString(folder.resolve(name), json);
            RunConfig again = RunConfig.load(Optional.of(file), Map.of());
            assertThat(again).isEqualTo(run);
            assertThat(again.effectiveJson()).isEqualTo(json);
        }
    }
}
