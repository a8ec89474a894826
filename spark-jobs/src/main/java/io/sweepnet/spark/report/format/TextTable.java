package io.sweepnet.spark.report.format;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells, aligned in columns two blanks apart. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();
    private final String alignments;

    /**
     * Creates a table with a header and no further lines.
     *
     * @param header a title per column
     * @param alignments a letter per column: l for left, r for right
     */
    public TextTable(List<String> header, String alignments) {
        this.alignments = alignments;
        add(header);
    }

    /**
     * Adds a line.
     *
     * @throws IllegalArgumentException if the number of cells is not the number of columns
     */
    public void add(List<String> cells) {
        if (cells.size() != alignments.length()) {
            throw new IllegalArgumentException(
                    "got " + cells.size() + " cells for " + alignments.length() + " columns");
        }
        lines.add(cells);
    }

    /** Returns the lines without trailing blanks, each with a line break at its end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> cells : lines) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                String blanks = " ".repeat(width(column) - cells.get(column).length());
                boolean left = alignments.charAt(column) == 'l';
                line.append(left ? cells.get(column) + blanks : blanks + cells.get(column))
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return lines.stream()
                .mapToInt(cells -> cells.get(column).length())
                .max()
                .orElse(0);
    }
}
