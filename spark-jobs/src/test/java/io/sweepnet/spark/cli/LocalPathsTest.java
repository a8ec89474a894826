package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class LocalPathsTest {

    @ParameterizedTest
    @CsvSource({
        "a/b.conf, a/b.conf",
        "/a/b.conf, /a/b.conf",
        "file:/a/b.conf, /a/b.conf",
        "file:///a/b.conf, /a/b.conf",
        "FILE:///a/b.conf, /a/b.conf",
        "file:///a%20b/ä.json, /a b/ä.json",
        "2026-12:01.json, 2026-12:01.json",
        "a:b, a:b"
    })
    void pathsAndFileUris(String text, String path) {
        assertThat(new LocalPaths().convert(text)).isEqualTo(Path.of(path));
    }

    @ParameterizedTest
    @CsvSource({
        "hdfs://host/model.json, is not on the local file system",
        "s3a://bucket/m.json, is not on the local file system",
        "file:model.json, is no URI of a local file",
        "file:///a b, is no URI of a local file",
        "file://host/a, is no URI of a local file"
    })
    void othersAreRefused(String text, String why) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new LocalPaths().convert(text))
                .withMessageStartingWith("'" + text + "' " + why);
    }
}
