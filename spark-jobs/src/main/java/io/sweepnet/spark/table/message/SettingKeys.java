package io.sweepnet.spark.table.message;

/** The keys of the configuration by which messages about tables name a setting. Tables depend on no configuration. */
public final class SettingKeys {

    public static final String PATH = "data.path";
    public static final String FORMAT = "data.format";
    public static final String TARGET = "data.target";
    public static final String ID = "data.id";
    public static final String WEIGHT = "data.weight";
    public static final String FEATURES = "data.features";
    public static final String TASK = "data.task";
    public static final String MISSING = "data.missing";
    public static final String SCALING = "data.scaling";
    public static final String TARGET_SCALING = "data.target-scaling";
    public static final String TEST = "data.test";
    public static final String VALIDATION = "data.validation";
    public static final String CSV_SEPARATOR = "data.csv.separator";
    public static final String CSV_DECIMAL = "data.csv.decimal";
    public static final String CSV_MISSING = "data.csv.missing";

    private SettingKeys() {}
}
