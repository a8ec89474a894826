package io.sweepnet.spark.table.source;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.message.ColumnNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads the column names of a CSV file: the cells of its first line that is not empty, parsed as rows are, without
 * surrounding blanks and without a byte order mark.
 */
final class CsvHeader {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private CsvHeader() {}

    /**
     * Returns the names; none for an empty file.
     *
     * @throws InputException if the file cannot be read, a quote is not closed, or a name is empty, occurs twice or is
     *     not in UTF-8
     */
    static List<String> read(DataFile file, CsvLine.Marks marks, Configuration hadoop) {
        List<String> names = new ArrayList<>();
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(file.open(hadoop), StandardCharsets.UTF_8))) {
            skipByteOrderMark(text);
            String line = firstLine(text, marks);
            if (line != null) {
                CsvLine parts = CsvLine.of(line, marks);
                if (parts.fault() != null) {
                    throw new InputException(file.name() + ": the header " + parts.fault());
                }
                for (String name : parts.cells()) {
                    names.add(name == null ? "" : name.strip());
                }
            }
        } catch (IOException e) {
            throw new InputException(file.name() + " cannot be read: " + ReadErrors.reason(e), e);
        }
        check(file, names);
        return names;
    }

    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    private static String firstLine(BufferedReader text, CsvLine.Marks marks) throws IOException {
        String line = text.readLine();
        while (line != null && marks.isEmpty(line)) {
            line = text.readLine();
        }
        return line;
    }

    private static void check(DataFile file, List<String> names) {
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                throw new InputException(file.name() + ": column " + (i + 1) + " of " + names.size()
                        + " has no name in the header: " + ColumnNames.list(names));
            }
            if (BrokenText.isBroken(name)) {
                throw new InputException(
                        file.name() + ": the name of column " + (i + 1) + " is not in UTF-8; convert the file");
            }
            if (!seen.add(name)) {
                throw new InputException(file.name() + ": two columns are named '" + name + "'; the names in "
                        + "the header must differ");
            }
        }
    }
}
