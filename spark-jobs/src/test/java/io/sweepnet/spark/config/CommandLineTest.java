package io.sweepnet.spark.config;

import static io.sweepnet.spark.config.RunFiles.ofCommandLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.network.Activation;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.table.CsvFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line may say, and how. */
class CommandLineTest {

    private final RunFiles files = new RunFiles(Path.of("/nowhere"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my out [1]/äö #2/x.csv",
                "a:b.csv",
                "\"quoted\".csv",
                "[x]",
                "{x}",
                "null",
                " x ",
                "c:\\x.csv",
                "-1",
                "$HOME // x"
            })
    void pathsAreTakenToTheLetter(String path) {
        assertThat(ofCommandLine("data.path=" + path, "results=" + path))
                .satisfies(run -> assertThat(run.data().files().path()).isEqualTo(path))
                .satisfies(run -> assertThat(run.results()).isEqualTo(path));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    some name with blanks | some name with blanks
                    sepal.length          | sepal.length
                    "sepal.length"        | sepal.length
                    [x]                   | [x]
                    x:1                   | x:1
                    y%                    | y%
                    we,ird                | we,ird
                    größe                 | größe
                    5                     | 5
                    "null"                | null
                    """)
    void namesNeedNoQuotes(String given, String name) {
        assertThat(ofCommandLine("data.target=" + given).data().roles().target())
                .contains(name);
    }

    @Test
    void nullUnsets() {
        assertThat(ofCommandLine("data.id=null").data().roles().id()).isEmpty();
    }

    @Test
    void aLoneQuoteIsAQuote() {
        assertThat(ofCommandLine("data.csv.quote=\"").data().files().csv().quote())
                .contains('"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"[8,3]", "8,3", " 8 , 3 ", "[8 ,3]"})
    void listsAreHoconOrPartedByCommas(String list) {
        assertThat(ofCommandLine("network.hidden=" + list).network().hidden()).containsExactly(8, 3);
    }

    @Test
    void listsMayHoldOneValueOrNone() {
        assertThat(ofCommandLine("network.hidden=8").network().hidden()).containsExactly(8);
        assertThat(ofCommandLine("network.hidden=[]").network()).isEqualTo(new NetworkConfig(List.of(), List.of()));
        assertThat(ofCommandLine("network.hidden=").network().hidden()).isEmpty();
    }

    @Test
    void listsOfNames() {
        assertThat(ofCommandLine("data.features=a b,x:1").data().roles().features())
                .containsExactly("a b", "x:1");
        assertThat(ofCommandLine("data.features=[sepal.length, \"we,ird\"]")
                        .data()
                        .roles()
                        .features())
                .containsExactly("sepal.length", "we,ird");
        assertThat(ofCommandLine("models=hybrid").models()).containsExactly(ModelKind.HYBRID);
        assertThat(ofCommandLine("data.csv.missing=NA,-999")
                        .data()
                        .files()
                        .csv()
                        .missing())
                .containsExactly("NA", "-999");
    }

    @Test
    void activationsAreOneForAllOrAList() {
        assertThat(ofCommandLine("network.activations=tanh").network().activations())
                .containsExactly(Activation.TANH, Activation.TANH);
        assertThat(ofCommandLine("network.activations=identity,leaky-relu")
                        .network()
                        .activations())
                .containsExactly(Activation.IDENTITY, Activation.LEAKY_RELU);
    }

    @Test
    void candidatesAreARangeOrAList() {
        assertThat(ofCommandLine("search.weights.values=[-1,0,1]").search().weights())
                .isEqualTo(Values.of(-1, 0, 1));
        assertThat(ofCommandLine("search.biases.values=-1,-.5,1e-1").search().biases())
                .isEqualTo(Values.of(-1, -0.5, 0.1));
        assertThat(ofCommandLine("search.weights.low=-0.5", "search.weights.high=.5", "search.weights.size=1e1")
                        .search()
                        .weights())
                .isEqualTo(Grid.of(-0.5, 0.5, 10));
        SearchConfig exact =
                ofCommandLine("search.candidates=exact", "search.weights.low=0").search();
        assertThat(exact.weights()).isEqualTo(new Interval(0, 5));
        assertThat(exact.biases()).isEqualTo(new Interval(-5, 5));
    }

    @Test
    void aKeySaysMoreThanItsSection() {
        assertThat(ofCommandLine("search.weights.size=7", "search.weights={low = -1, size = 3}")
                        .search()
                        .weights())
                .isEqualTo(Grid.of(-1, 5, 7));
    }

    @Test
    void wordsAndNumbers() {
        RunConfig run = ofCommandLine(
                "search.ties=random",
                "search.patience=3",
                "search.kernel=incremental",
                "search.threads=4",
                "search.keep-current=no",
                "search.check=yes",
                "gradient.batch=64",
                "loss=huber(1.5)",
                "seed=-9223372036854775808",
                "data.csv.separator=\\t",
                "data.csv.quote=none",
                "data.csv.decimal=,");
        assertThat(run.search().ties()).contains(Ties.RANDOM);
        assertThat(run.search().patience()).contains(3);
        assertThat(run.search().kernel()).contains(Kernel.INCREMENTAL);
        assertThat(run.search().threads()).isEqualTo(4);
        assertThat(run.search().keepCurrent()).isFalse();
        assertThat(run.search().check()).isTrue();
        assertThat(run.gradient().batch()).isEqualTo(OptionalInt.of(64));
        assertThat(run.loss())
                .hasValueSatisfying(loss -> assertThat(loss.name()).isEqualTo("huber(1.5)"));
        assertThat(run.seed()).isEqualTo(Long.MIN_VALUE);
        assertThat(run.data().files().csv()).isEqualTo(new CsvFormat('\t', Optional.empty(), ',', List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    epohcs=3                   | unknown key epohcs (command line): did you mean gradient.epochs?
                    search.kernal=auto         | unknown key search.kernal (command line): did you mean search.kernel?
                    path=x                     | unknown key path (command line): did you mean data.path?
                    data.csv.zzzzzz=x          | unknown key data.csv.zzzzzz (command line): known are data.csv.decimal, data.csv.missing, data.csv.quote, data.csv.separator
                    zzz=x                      | unknown key zzz (command line): known are data, gradient, loss, master, models, network, results, search, seed
                    =x                         | unknown key "" (command line): known are data, gradient, loss, master, models, network, results, search, seed
                    data.path.x=1              | unknown key data.path.x (command line): did you mean data.path?
                    search.weights={zzz=1}     | unknown key search.weights.zzz (command line): known are search.weights.high, search.weights.low, search.weights.size, search.weights.values
                    search=5                   | search = 5: allowed is a section in braces (command line)
                    search=null                | search = null: allowed is a section in braces (command line)
                    search.weights.size=0      | search.weights.size = 0: allowed is a whole number from 1 to 100000000 (command line)
                    data.target=${Y}           | data.target = ${Y}: the command line does not replace ${...}; allowed is the value itself (command line)
                    data.path=${HOME}/x        | data.path = ${HOME}/x: the command line does not replace ${...}; allowed is the value itself (command line)
                    data.path=                 | data.path = "": allowed is a path (command line)
                    network.hidden=8,x         | network.hidden = 8,x: allowed is a list of whole numbers, each at least 1 (command line)
                    data.features=[a:b]        | data.features = [a:b]: not valid HOCON: List should have ended with ] or had a comma, instead had token: ':' (text with special characters needs double quotes) (command line)
                    models=[search], seed=1    | models = [search], seed=1: not valid HOCON: text after its end (command line)
                    """)
    void errors(String setting, String message) {
        assertThat(files.message(() -> ofCommandLine(setting))).isEqualTo(message);
    }
}
