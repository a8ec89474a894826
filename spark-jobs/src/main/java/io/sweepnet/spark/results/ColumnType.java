package io.sweepnet.spark.results;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The Java types of a column's values, each with its Parquet type. */
enum ColumnType {
    TEXT(String.class, PrimitiveTypeName.BINARY) {
        @Override
        void write(Object value, RecordConsumer to) {
            to.addBinary(Binary.fromString((String) value));
        }
    },
    INTEGER(Integer.class, PrimitiveTypeName.INT32) {
        @Override
        void write(Object value, RecordConsumer to) {
            to.addInteger((Integer) value);
        }
    },
    LONG(Long.class, PrimitiveTypeName.INT64) {
        @Override
        void write(Object value, RecordConsumer to) {
            to.addLong((Long) value);
        }
    },
    DOUBLE(Double.class, PrimitiveTypeName.DOUBLE) {
        @Override
        void write(Object value, RecordConsumer to) {
            to.addDouble((Double) value);
        }
    },
    BOOLEAN(Boolean.class, PrimitiveTypeName.BOOLEAN) {
        @Override
        void write(Object value, RecordConsumer to) {
            to.addBoolean((Boolean) value);
        }
    },
    /** Microseconds since 1970, marked as UTC; never INT96, which readers interpret as local time. */
    INSTANT(Instant.class, PrimitiveTypeName.INT64) {
        @Override
        void write(Object value, RecordConsumer to) {
            to.addLong(ColumnValues.toMicros((Instant) value));
        }
    };

    private final Class<?> javaType;
    private final PrimitiveTypeName primitive;

    ColumnType(Class<?> javaType, PrimitiveTypeName primitive) {
        this.javaType = javaType;
        this.primitive = primitive;
    }

    /** Returns the type of columns whose values are of this class; empty if there is none. */
    static Optional<ColumnType> of(Class<?> javaType) {
        return Arrays.stream(values())
                .filter(type -> type.javaType.equals(javaType))
                .findFirst();
    }

    /** Writes a value, which is not null, to the open field. */
    abstract void write(Object value, RecordConsumer to);

    /** Returns the schema field of a column of this type. */
    PrimitiveType field(String name, Type.Repetition repetition) {
        return Types.primitive(primitive, repetition).as(logical()).named(name);
    }

    private LogicalTypeAnnotation logical() {
        return switch (this) {
            case TEXT -> stringType();
            case INSTANT -> timestampType(true, TimeUnit.MICROS);
            default -> null;
        };
    }

    /** Returns whether the values of a file's field can be read as this type. */
    boolean reads(Type field) {
        if (!field.isPrimitive()) {
            return false;
        }
        PrimitiveTypeName found = field.asPrimitiveType().getPrimitiveTypeName();
        if (this == INSTANT) {
            return found == primitive && Objects.equals(field.getLogicalTypeAnnotation(), logical());
        }
        return found == primitive || (this == LONG && found == PrimitiveTypeName.INT32);
    }
}
