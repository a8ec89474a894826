package io.sweepnet.spark.cli;

import io.sweepnet.spark.report.Report;
import io.sweepnet.spark.report.ReportFormat;
import io.sweepnet.spark.results.ResultsFolder;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report}: reports runs from their result tables; starts no Spark session. */
@Command(
        name = "report",
        description = "Shows what runs gave, from the tables of a results folder.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  sweepnet report", "  sweepnet report --results wine-results --run latest --json"})
final class ReportCommand implements Callable<Integer> {

    private static final String LATEST = "latest";

    private final Console console;

    @Option(names = "--results", paramLabel = "DIR", description = "Folder of the results tables; default results.")
    private String results = "results";

    @Option(names = "--run", paramLabel = "ID", description = "One run, or latest; default all, the oldest first.")
    private String run;

    private ReportFormat format = ReportFormat.TEXT;

    ReportCommand(Console console) {
        this.console = console;
    }

    /**
     * Adds an option for each form of a report except text. Called by picocli while it reads the annotations of this
     * class.
     */
    @Spec
    void addFormats(CommandSpec spec) {
        for (ReportFormat choice : ReportFormat.ALL) {
            if (!choice.equals(ReportFormat.TEXT)) {
                spec.addOption(OptionSpec.builder("--" + choice.label())
                        .description(choice.description())
                        .type(boolean.class)
                        .setter(new ISetter() {
                            @Override
                            public <T> T set(T isChosen) {
                                if (Boolean.TRUE.equals(isChosen)) {
                                    format = choice;
                                }
                                return isChosen;
                            }
                        })
                        .build());
            }
        }
    }

    @Override
    public Integer call() {
        Configuration hadoop = SparkHadoopUtil.get().newConfiguration(new SparkConf());
        try (ResultsFolder folder = new ResultsFolder(results, hadoop)) {
            Optional<String> wanted =
                    Optional.ofNullable(run).map(id -> id.equals(LATEST) ? Report.latest(folder) : id);
            Report report = Report.read(folder, wanted);
            console.out().print(format.renderer().render(report));
        }
        return 0;
    }
}
