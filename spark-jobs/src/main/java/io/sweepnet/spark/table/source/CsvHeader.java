package io.sweepnet.spark.table.source;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.ColumnNames;
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
 * The column names of a CSV file: its first line that is not empty, taken apart as the rows are, with the blanks around each
 * name and a byte order mark taken off.
 */
final class CsvHeader {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private CsvHeader() {}

    /**
     * Reads the names; none of an empty file.
     *
     * @throws InputException where a quote is not closed, a name is empty, stands there twice or is not in UTF-8
     */
    static List<String> read(DataFile file, CsvLine.Marks marks, Configuration hadoop) {
        List<String> names = new ArrayList<>();
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(file.open(hadoop), StandardCharsets.UTF_8))) {
            passOverByteOrderMark(text);
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

    private static void passOverByteOrderMark(Reader text) throws IOException {
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
