package io.sweepnet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.kernel.piecewise.PiecewiseEvaluator;
import io.sweepnet.search.kernel.piecewise.pieces.RowTiles;
import io.sweepnet.search.kernel.piecewise.pieces.Tiles;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Which package may use which, and what for. */
class PackageRulesTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sweepnet");

    /**
     * Classes of kernels that use streams where an evaluator is created, once, and nowhere else: the constructors of the
     * tiles and {@code RowTiles.areWeighted}, which another constructor calls, and {@code PiecewiseEvaluator.refusal}.
     */
    private static final Class<?>[] STREAMS_BEFORE_THE_FIRST_STEP = {
        Tiles.class, RowTiles.class, PiecewiseEvaluator.class
    };

    @Test
    void theRulesSeeTheCode() {
        assertThat(CORE.contain(CandidateEvaluator.class)).isTrue();
        assertThat(CORE.contain(PackageRulesTest.class)).isFalse();
    }

    @Test
    void randomUsesNothingOfOurs() {
        ofOursOnly("random")
                .because("a random number is a function of its arguments alone: no state, no data")
                .check(CORE);
    }

    @Test
    void networkUsesRandomAtMost() {
        ofOursOnly("network", "random")
                .because("architecture and parameters stand apart from data, losses and the ways to train")
                .check(CORE);
    }

    @Test
    void dataUsesRandomAtMost() {
        ofOursOnly("data", "random")
                .because("a table and its split do not depend on what learns from it")
                .check(CORE);
    }

    @Test
    void lossUsesNetworkAndData() {
        ofOursOnly("loss", "network", "data")
                .because("the direct rule judges every way to train and must not know any")
                .check(CORE);
    }

    @Test
    void metricUsesLossNetworkDataAndRandom() {
        ofOursOnly("metric", "loss", "network", "data", "random")
                .because("a metric measures predictions, whatever made them and wherever they are")
                .check(CORE);
    }

    @Test
    void searchUsesNetworkAndRandom() {
        ofOursOnly("search", "network", "random")
                .because("the search knows nothing of kernels, data and losses: evaluators answer its steps")
                .check(CORE);
    }

    @Test
    void parallelUsesNothingOfOurs() {
        ofOursOnly("parallel")
                .because("threads that share out work need not know what it is")
                .check(CORE);
    }

    @Test
    void remoteUsesSearchDataAndNetwork() {
        ofOursOnly("search.kernel.remote", "search", "data", "network")
                .because("what is asked of rows is data, which any kernel's rows may answer wherever they are")
                .check(CORE);
    }

    @Test
    void incrementalUsesRemoteSearchLossDataNetworkAndParallel() {
        ofOursOnly("search.kernel.incremental", "search.kernel.remote", "search", "loss", "data", "network", "parallel")
                .because("the other kernels decide close calls by its losses")
                .check(CORE);
    }

    @Test
    void piecewiseUsesItsRoomsIncrementalRemoteSearchLossDataNetworkAndParallel() {
        ofOursOnly(
                        "search.kernel.piecewise",
                        "search.kernel.piecewise.pieces",
                        "search.kernel.piecewise.walk",
                        "search.kernel.piecewise.squared",
                        "search.kernel.piecewise.exact",
                        "search.kernel.incremental",
                        "search.kernel.remote",
                        "search",
                        "loss",
                        "data",
                        "network",
                        "parallel")
                .because("of the other kernels it needs but the losses of several values at once")
                .check(CORE);
    }

    @Test
    void whatTheRoomsOfPiecewiseShareUsesNoLoss() {
        ofOursOnly("search.kernel.piecewise.pieces", "search", "data", "network", "parallel")
                .because("sums of rows and pre-activations are the same whatever the loss is")
                .check(CORE);
    }

    @Test
    void walksUsePiecesAndLosses() {
        ofOursOnly("search.kernel.piecewise.walk", "search.kernel.piecewise.pieces", "loss", "network", "parallel")
                .because("a row is walked along in the same way whoever asks for it")
                .check(CORE);
    }

    @Test
    void squaredErrorUsesPiecesAndWalks() {
        ofOursOnly(
                        "search.kernel.piecewise.squared",
                        "search.kernel.piecewise.pieces",
                        "search.kernel.piecewise.walk",
                        "loss",
                        "network",
                        "parallel")
                .because("the fast path for squared error leaves deep layers to the walk")
                .check(CORE);
    }

    @Test
    void exactLineSearchUsesSumsAlone() {
        ofOursOnly("search.kernel.piecewise.exact", "search.kernel.piecewise.pieces", "search")
                .because("the minimum of a sum of pieces does not depend on the network and the loss they come from")
                .check(CORE);
    }

    @Test
    void theRoomsOfPiecewiseAreInternal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.sweepnet.search.kernel.piecewise..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.sweepnet.search.kernel.piecewise.pieces",
                        "io.sweepnet.search.kernel.piecewise.walk",
                        "io.sweepnet.search.kernel.piecewise.squared",
                        "io.sweepnet.search.kernel.piecewise.exact")
                .because("they are public for one another only")
                .check(CORE);
    }

    @Test
    void kernelsUseSearchLossDataNetworkAndParallel() {
        ofOursOnly(
                        "search.kernel",
                        "search.kernel.incremental",
                        "search.kernel.piecewise",
                        "search.kernel.remote",
                        "search",
                        "loss",
                        "data",
                        "network",
                        "parallel")
                .because("an evaluator knows nothing of models, gradients or where it runs")
                .check(CORE);
    }

    @Test
    void gradientUsesNetworkDataLossAndRandom() {
        ofOursOnly("gradient", "network", "data", "loss", "random")
                .because("the gradient baseline stands beside the search and must not lean on it")
                .check(CORE);
    }

    @Test
    void trainingUsesSearchKernelsGradientsAndWhatTheyUse() {
        ofOursOnly("training", "search", "search.kernel", "gradient", "loss", "data", "network", "random")
                .because("rows that are anywhere can be trained on without the models that this library offers")
                .check(CORE);
    }

    @Test
    void modelFileUsesTrainingDataAndNetwork() {
        ofOursOnly("model.file", "training", "data", "network")
                .because("a file holds a network and what its numbers mean, whatever trained it")
                .check(CORE);
    }

    @Test
    void nothingUsesModel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.sweepnet.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.sweepnet.model..")
                .because("the public face is on top")
                .check(CORE);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.sweepnet.(**)")
                .should()
                .beFreeOfCycles()
                .because("each package can be read after those it uses")
                .check(CORE);
    }

    @Test
    void onlyGradientUsesTheMatrixLibrary() {
        onlyIn("io.sweepnet.gradient", "org.ojalgo..")
                .because("the search is plain loops over arrays; matrices are for backpropagation")
                .check(CORE);
    }

    @Test
    void onlyTheModelFileUsesTheJsonLibrary() {
        onlyIn("io.sweepnet.model.file", "com.google.gson..")
                .because("the file format is the business of the model file alone")
                .check(CORE);
    }

    @Test
    void nothingUsesSpark() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..", "io.sweepnet.spark..")
                .because("core runs without Spark on its class path")
                .check(CORE);
    }

    @Test
    void hotLoopsUseNoStreams() {
        noClasses()
                .that(resideInAnyPackage("io.sweepnet.search.kernel..", "io.sweepnet.gradient")
                        .or(belongToAnyOf(ForwardPass.class, DirectLoss.class))
                        .and(not(belongToAnyOf(STREAMS_BEFORE_THE_FIRST_STEP))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.stream..")
                .because("kernels are plain loops over arrays: no streams, no boxing, no allocation inside")
                .check(CORE);
    }

    /** Of our own packages, a package uses itself and the given ones only. */
    private static ArchRule ofOursOnly(String user, String... used) {
        String[] allowed =
                Arrays.stream(used).map(name -> "io.sweepnet." + name).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("io.sweepnet." + user)
                .should()
                .onlyDependOnClassesThat(resideInAPackage("io.sweepnet." + user)
                        .or(resideInAnyPackage(allowed))
                        .or(describe(
                                "are not ours", type -> !type.getPackageName().startsWith("io.sweepnet"))));
    }

    private static ArchRule onlyIn(String user, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(user)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
