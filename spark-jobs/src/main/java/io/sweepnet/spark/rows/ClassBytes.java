package io.sweepnet.spark.rows;

import io.sweepnet.spark.table.packed.RowBlock;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * The data about the rows of a partition that the driver needs to split a table: the number of rows and, in classification,
 * their classes, in as few bytes as the number of classes needs. The driver needs all labels because a stratified split
 * depends on all of them; it needs no other column.
 */
final class ClassBytes implements Serializable {

    private static final long serialVersionUID = 1;

    private final int rows;

    /** The classes of the rows, each of {@link #width} bytes, lowest byte first. */
    private final byte[] labels;

    private final int width;

    private ClassBytes(int rows, byte[] labels, int width) {
        this.rows = rows;
        this.labels = labels;
        this.width = width;
    }

    int rows() {
        return rows;
    }

    /** Returns the class of a row; 0 if the target is a number. */
    int at(int row) {
        int label = 0;
        for (int i = 0; i < width; i++) {
            label |= (labels[row * width + i] & 0xFF) << (i * Byte.SIZE);
        }
        return label;
    }

    /** Returns the number of bytes that a class index needs for the given number of classes. */
    private static int width(int classes) {
        int bits = classes < 2 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(classes - 1);
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** The function that collects the class bytes of a partition. */
    static final class Collect implements FlatMapFunction<Iterator<RowBlock>, ClassBytes> {

        private static final long serialVersionUID = 1;

        private final int target;
        private final int width;

        /**
         * @param target index of the target's column
         * @param classes number of classes; 0 if the target is a number
         */
        Collect(int target, int classes) {
            this.target = target;
            this.width = width(classes);
        }

        @Override
        public Iterator<ClassBytes> call(Iterator<RowBlock> blocks) {
            ByteArrayOutputStream labels = new ByteArrayOutputStream();
            int rows = 0;
            while (blocks.hasNext()) {
                RowBlock block = blocks.next();
                double[] targets = block.columns()[target];
                rows += targets.length;
                for (int row = 0; width > 0 && row < targets.length; row++) {
                    int label = (int) targets[row];
                    for (int i = 0; i < width; i++) {
                        labels.write(label >>> (i * Byte.SIZE));
                    }
                }
            }
            return List.of(new ClassBytes(rows, labels.toByteArray(), width)).iterator();
        }
    }
}
