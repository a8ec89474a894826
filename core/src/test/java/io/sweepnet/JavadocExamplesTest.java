package io.sweepnet;

import java.nio.file.Path;
import java.util.List;

/** The examples in the Javadoc of this module. */
class JavadocExamplesTest extends JavadocExamplesContract {

    JavadocExamplesTest() {
        super(List.of(Path.of("src/main/java")), """
                import java.nio.file.Path;
                import java.util.*;
                import java.util.stream.*;
                """, """
                Architecture architecture;
                CandidateEvaluator evaluator;
                Dataset dataset, table, test, training, validationTable;
                DifferentiableLoss remoteLoss;
                DirectLoss direct;
                GradientDescent descent;
                GradientDescent.Settings descentSettings;
                InMemoryTrainingRows rows;
                List<Dataset> datasets;
                Loss loss;
                ModelSettings settings;
                Network network;
                Parameters initial, parameters;
                RemoteRows remoteRows;
                RowQuestion question;
                SearchModel model;
                CoordinateSearch search;
                SearchSettings searchSettings;
                Step step;
                TableFacts facts;
                double[] column, sums;
                double[][] features;
                double lossOfEpoch, output;
                int parts;

                double sumOf(int part) {
                    return 0;
                }
                """);
    }
}
