package io.sweepnet.spark.data;

import io.sweepnet.data.Dataset;
import io.sweepnet.spark.config.DataConfig;
import java.util.List;
import java.util.Optional;

/** Makes a table of what the executors packed and the driver collected. */
final class TableAssembler {

    private final DataConfig config;
    private final PackedTable packed;
    private final TableRoles roles;

    TableAssembler(DataConfig config, ReadPlan plan, PackedTable packed) {
        this.config = config;
        this.packed = packed;
        this.roles = new TableRoles(config, plan, packed.survey());
    }

    LoadedTable assemble() {
        RowChoice choice = roles.choice();
        RowSurvey rows = packed.survey(choice);
        TargetCoding coding = TargetCoding.of(roles.target(), rows.target());
        TableDescription description = new RowChecks(config, roles, rows).describe(coding);

        int count = description.rows();
        List<int[]> complete = packed.complete(choice);
        Optional<List<String>> ids = roles.id().map(column -> packed.texts(column.index()));
        Dataset.Builder builder = Dataset.builder();
        roles.weight().ifPresent(column -> builder.weights(packed.numbers(column.index(), complete, count)));
        builder.target(description.targetName(), packed.numbers(choice.target(), complete, count, coding::number));
        builder.classes(description.classes());
        builder.positions(packed.positions(complete, count));
        for (TableColumn feature : roles.features()) {
            builder.feature(feature.name(), packed.takeNumbers(feature.index(), complete, count));
        }
        return new LoadedTable(
                builder.build(), description.classKind(), description.droppedRows(), ids, description.notes());
    }
}
