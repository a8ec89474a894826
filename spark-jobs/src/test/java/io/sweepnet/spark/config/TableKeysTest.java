package io.sweepnet.spark.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.table.message.SettingKeys;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables name settings in messages and read none of them: the names must be those that there are. */
class TableKeysTest {

    @Test
    void everyKeyThatMessagesAboutTablesNameIsOne() {
        List<String> keys = Arrays.stream(SettingKeys.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(TableKeysTest::text)
                .toList();

        assertThat(keys).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(keys).allMatch(KnownKeys.get()::isSetting);
    }

    private static String text(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
