package io.sweepnet.spark.data;

import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.InputException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Reads tables to learn from into the driver, packed by column on the executors. */
public final class TableReader {

    private final SparkSession spark;

    /** A reader that uses a session. */
    public TableReader(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * Checks what can be checked before Spark is started.
     *
     * @throws InputException where a local table is not there
     */
    public static void check(DataConfig config) {
        DataLocation.checkLocal(config.path());
    }

    /**
     * Reads the table of a configuration.
     *
     * @throws InputException naming the file, column, row or cell that is not as it must be
     */
    public LoadedTable read(DataConfig config) {
        SourceTable source = TableSource.open(spark, config, Set.copyOf(config.features()));
        Optional<String> target = config.target().or(source::usualTarget);
        Set<String> numbers = new HashSet<>(config.features());
        target.ifPresent(numbers::add);
        config.weight().ifPresent(numbers::add);
        Set<String> texts = new HashSet<>();
        target.ifPresent(texts::add);
        config.id().ifPresent(texts::add);
        Set<String> textAlone = new HashSet<>(texts);
        textAlone.removeAll(numbers);
        Set<String> wanted = new HashSet<>(config.features().isEmpty() ? source.names() : numbers);
        wanted.addAll(texts);
        NumberText meaning = NumberText.of(config.csv().decimal(), config.csv().missing());
        PackedTable packed = PackedTable.collect(source, wanted, texts, textAlone, meaning);
        return new TableAssembler(config, target, source, packed).assemble();
    }
}
