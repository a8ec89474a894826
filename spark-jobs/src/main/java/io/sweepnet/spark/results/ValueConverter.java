package io.sweepnet.spark.results;

import java.util.function.Consumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Converts Parquet's values to a column's Java values. */
final class ValueConverter extends PrimitiveConverter {

    private final ColumnType type;
    private final Consumer<Object> setter;
    private String[] texts = {};

    ValueConverter(ColumnType type, Consumer<Object> setter) {
        this.type = type;
        this.setter = setter;
    }

    @Override
    public boolean hasDictionarySupport() {
        return type == ColumnType.TEXT;
    }

    /** Decodes each different text once: most text columns repeat a few. */
    @Override
    public void setDictionary(Dictionary dictionary) {
        texts = new String[dictionary.getMaxId() + 1];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = dictionary.decodeToBinary(i).toStringUsingUTF8();
        }
    }

    @Override
    public void addValueFromDictionary(int dictionaryId) {
        setter.accept(texts[dictionaryId]);
    }

    @Override
    public void addBinary(Binary value) {
        setter.accept(value.toStringUsingUTF8());
    }

    @Override
    public void addInt(int value) {
        setter.accept(type == ColumnType.LONG ? (Object) (long) value : (Object) value);
    }

    @Override
    public void addLong(long value) {
        setter.accept(type == ColumnType.INSTANT ? ColumnValues.fromMicros(value) : (Object) value);
    }

    @Override
    public void addDouble(double value) {
        setter.accept(value);
    }

    @Override
    public void addBoolean(boolean value) {
        setter.accept(value);
    }
}
