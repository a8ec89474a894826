package io.sweepnet.spark.data;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.sweepnet.spark.config.CsvConfig;
import io.sweepnet.spark.config.InputException;
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
 * The column names of a CSV file: its first line, with the blanks around each name and a byte order mark taken off. The
 * parser is the one that Spark reads the rows with.
 */
final class CsvHeader {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private CsvHeader() {}

    /**
     * Reads the names; none of an empty file.
     *
     * @throws InputException where a name is empty, stands there twice or is not in UTF-8
     */
    static List<String> read(DataFile file, CsvConfig csv, Configuration hadoop) {
        List<String> names = new ArrayList<>();
        try (Reader text = new BufferedReader(new InputStreamReader(file.open(hadoop), StandardCharsets.UTF_8))) {
            passOverByteOrderMark(text);
            for (String name : firstRecord(text, csv)) {
                names.add(name == null ? "" : name.strip());
            }
        } catch (IOException | TextParsingException e) {
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

    private static String[] firstRecord(Reader text, CsvConfig csv) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(csv.separator());
        settings.getFormat().setQuote(csv.quote().orElse('\0'));
        settings.getFormat().setQuoteEscape(csv.quote().orElse('\\'));
        settings.getFormat().setComment('\0');
        // One line is wanted, not what follows.
        settings.setReadInputOnSeparateThread(false);
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setMaxColumns(Integer.MAX_VALUE / 1024);
        settings.setMaxCharsPerColumn(-1);
        CsvParser parser = new CsvParser(settings);
        parser.beginParsing(text);
        String[] record = parser.parseNext();
        parser.stopParsing();
        return record == null ? new String[0] : record;
    }

    private static void check(DataFile file, List<String> names) {
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                throw new InputException(file.name() + ": column " + (i + 1) + " of " + names.size()
                        + " has no name in the header: " + ColumnNames.list(names));
            }
            if (TableColumn.isBroken(name)) {
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
