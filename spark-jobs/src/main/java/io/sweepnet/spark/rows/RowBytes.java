package io.sweepnet.spark.rows;

import io.sweepnet.spark.table.packed.RowBlock;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An encoding of rows as bytes whose order, compared as unsigned bytes, is the canonical order of rows: first the hash, then
 * the content column by column, then the position in reading order; the id follows. A sort can therefore compare rows
 * without decoding them.
 *
 * @param columns number of columns of a row
 * @param hasIds whether rows have ids
 */
record RowBytes(int columns, boolean hasIds) implements Serializable {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();

    private static final byte[] NO_ID = {};

    /** Encodes a row of a block. */
    byte[] of(RowBlock block, int row, long hash) {
        String text = hasIds ? block.ids()[row] : null;
        byte[] id = text == null ? NO_ID : text.getBytes(StandardCharsets.UTF_8);
        // A missing id has no bytes at all; an empty id has the marker byte only.
        byte[] bytes = new byte[positionAt() + Integer.BYTES + (text == null ? 0 : 1 + id.length)];
        LONG.set(bytes, 0, hash ^ Long.MIN_VALUE);
        double[][] numbers = block.columns();
        for (int i = 0; i < columns; i++) {
            LONG.set(bytes, (1 + i) * Long.BYTES, ordered(numbers[i][row]));
        }
        INT.set(bytes, positionAt(), block.positions()[row]);
        System.arraycopy(id, 0, bytes, bytes.length - id.length, id.length);
        return bytes;
    }

    private int positionAt() {
        return (1 + columns) * Long.BYTES;
    }

    /** Returns in which of the given number of equal ranges of hashes a row is, from 0. */
    static int range(byte[] bytes, int ranges) {
        long leading = (long) LONG.get(bytes, 0) >>> Integer.SIZE;
        return (int) ((leading * ranges) >>> Integer.SIZE);
    }

    double number(byte[] bytes, int column) {
        return number((long) LONG.get(bytes, (1 + column) * Long.BYTES));
    }

    int position(byte[] bytes) {
        return (int) INT.get(bytes, positionAt());
    }

    /** Returns the id of the row, or null. */
    String id(byte[] bytes) {
        int from = positionAt() + Integer.BYTES + 1;
        return from > bytes.length ? null : new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    static int compare(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b);
    }

    /** Maps a number to bits whose order as unsigned numbers is that of {@link Double#compare}. */
    private static long ordered(double number) {
        long bits = Double.doubleToLongBits(number);
        return bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(ordered < 0 ? ordered ^ Long.MIN_VALUE : ~ordered);
    }
}
