package io.sweepnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Step;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.Kernel;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The losses in the Javadoc of the classes to extend compile as they stand there, in a package of their own, and train. */
class LossExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)\n \\* }</pre>", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("public final class (\\w+)");

    @TempDir
    private Path folder;

    private URLClassLoader classes;

    @AfterEach
    void close() throws Exception {
        classes.close();
    }

    /** The loss in the Javadoc of a class of the package {@code loss}. */
    private Loss example(String extended) throws Exception {
        Matcher example = EXAMPLE.matcher(
                Files.readString(Path.of("src/main/java/io/sweepnet/loss").resolve(extended + ".java")));
        assertThat(example.find()).as("an example").isTrue();
        String code = "package example;\n\n" + example.group(1).replaceAll("(?m)^ \\* ?", "");
        Matcher name = CLASS.matcher(code);
        assertThat(name.find()).as(code).isTrue();
        Path source = Files.writeString(folder.resolve(name.group(1) + ".java"), code);
        ByteArrayOutputStream messages = new ByteArrayOutputStream();

        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, messages, messages, "-Xlint:all", "-proc:none", "-d", folder.toString(), source.toString());

        assertThat(compiled).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
        classes = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        return (Loss) classes.loadClass("example." + name.group(1))
                .getDeclaredConstructor()
                .newInstance();
    }

    private static Dataset table(double... targets) {
        return Dataset.of(new double[1][targets.length], targets);
    }

    /** Of the weights 3 below the target and 1 above, the best constant for 0 and 4 is 3: 3 (4 - 3) = 1 (3 - 0). */
    @Test
    void theResidualLossWeighsItsTwoSides() throws Exception {
        Loss loss = example("ResidualLoss");
        Architecture line = Architecture.of(1, List.of(), 1, List.of());

        DirectLoss direct = new DirectLoss(line, table(0, 4), loss);

        assertThat(direct.of(new double[] {0, 3})).isEqualTo((9 + 3) / 2.0);
        Step bias = new Step(0, ParameterIndex.bias(0, 0), Grid.of(-5, 5, 101), true, Ties.FIRST, 1);
        for (Kernel kernel : Kernel.values()) {
            try (CandidateEvaluator evaluator =
                    kernel.create(Parameters.of(line, new double[] {0, -1}), table(0, 4), loss)) {
                assertThat(evaluator.best(bias).value()).as("%s", kernel).isEqualTo(3);
            }
        }
    }

    /** Its pieces are those of its rows, for scaled targets too, which the base class sees to. */
    @ParameterizedTest
    @CsvSource({"1, 1", "250, 1", "0.02, 2"})
    void theResidualLossIsServedByPieces(double scale, int outputs) throws Exception {
        Loss loss = example("ResidualLoss");
        Loss scaled = scale == 1 ? loss : loss.forTargetScale(scale);
        Architecture architecture = Architecture.of(2, List.of(3), outputs, List.of(Activation.RELU));

        assertThat(Kernel.fastest(architecture, scaled)).isEqualTo(Kernel.PIECEWISE);
        assertThat(Kernel.PIECEWISE.serves(architecture, scaled, true)).isTrue();
        for (long seed = 1; seed <= 5; seed++) {
            RandomProblem problem = new RandomProblem(architecture, scaled, 40, seed % 2 == 0, seed);
            assertThat(problem.searched(Kernel.PIECEWISE, Ties.FIRST))
                    .as("%s", problem)
                    .isEqualTo(problem.searched(Kernel.DIRECT, Ties.FIRST));
        }
    }

    @Test
    void theResidualLossOfScaledTargetsIsThatOfTheTargetsThemselves() throws Exception {
        Loss loss = example("ResidualLoss");
        double[][] outputs = {{3, -0.5, 10}};
        double[][] targets = {{1, 0, -20}};
        double[][] statistics = new double[1][3];
        double[][] ofScaled = new double[1][3];
        double[][] gradients = new double[1][3];
        double[][] scaledGradients = new double[1][3];
        Loss scaled = loss.forTargetScale(50).forTargetScale(0.08);

        loss.statistics(outputs, targets, 0, 3, statistics);
        scaled.statistics(new double[][] {{0.75, -0.125, 2.5}}, new double[][] {{0.25, 0, -5}}, 0, 3, ofScaled);
        loss.gradient(outputs, targets, 0, 3, gradients);
        scaled.gradient(new double[][] {{0.75, -0.125, 2.5}}, new double[][] {{0.25, 0, -5}}, 0, 3, scaledGradients);

        for (int i = 0; i < 3; i++) {
            assertThat(ofScaled[0][i]).isCloseTo(statistics[0][i], within(1e-12 * statistics[0][i]));
            assertThat(scaledGradients[0][i])
                    .isCloseTo(4 * gradients[0][i], within(1e-12 * Math.abs(4 * gradients[0][i])));
        }
        assertThat(scaled.name()).isEqualTo(loss.name());
    }

    /** Of the row's class 1 with outputs 2 and 1.5 the margin is -0.5, of class 0 it is 0.5. */
    @Test
    void theClassLossIsTheMarginThatIsMissing() throws Exception {
        Loss loss = example("ClassLoss");
        double[][] statistics = new double[1][2];

        loss.statistics(new double[][] {{2, 2}, {1.5, 1.5}}, new double[][] {{1, 0}}, 0, 2, statistics);

        assertThat(statistics[0]).containsExactly(1.5, 0.5);
        assertThat(loss.targetColumns(2)).isEqualTo(1);
        assertServedWithoutPieces(loss);
    }

    @Test
    void theDecisionLossCostsWhatItSays() throws Exception {
        Loss loss = example("DecisionLoss");
        double[][] outputs = {{1, 1, 0, 0}, {0, 0, 1, 1}};
        double[][] statistics = new double[1][4];

        loss.statistics(outputs, new double[][] {{0, 1, 0, 1}}, 0, 4, statistics);

        assertThat(statistics[0]).containsExactly(0, 5, 1, 0);
        assertThat(loss.isFlat()).isTrue();
        assertThat(loss.hasWholeStatistics()).isTrue();
        assertServedWithoutPieces(loss);
    }

    private static void assertServedWithoutPieces(Loss loss) {
        Architecture architecture = Architecture.of(2, List.of(3), 2, List.of(Activation.RELU));
        RandomProblem problem = new RandomProblem(architecture, loss, 40, true, 1);

        assertThat(Kernel.fastest(architecture, loss)).isEqualTo(Kernel.INCREMENTAL);
        assertThat(Kernel.PIECEWISE.refusal(architecture, loss, false))
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("loss '" + loss.name() + "' is not made of pieces"));
        assertThat(problem.searched(Kernel.INCREMENTAL, Ties.FIRST))
                .isEqualTo(problem.searched(Kernel.DIRECT, Ties.FIRST));
    }
}
