package io.sweepnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples in the Javadoc of this module compile. An example is a class, or statements; what statements use without
 * declaring it has the same type in all examples of the module.
 */
public abstract class JavadocExamplesContract {

    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* *}</pre>", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?final class (\\w+)");

    private final List<Path> sources;
    private final String imports;
    private final String given;

    @TempDir
    private Path folder;

    /**
     * The examples of a module.
     *
     * @param sources the folders of sources whose packages examples use; the first is that of the module
     * @param imports further import statements of all examples
     * @param given what statements use without declaring it, as members of a class
     */
    protected JavadocExamplesContract(List<Path> sources, String imports, String given) {
        this.sources = sources;
        this.imports = imports;
        this.given = given;
    }

    @Test
    void theExamplesCompile() throws IOException {
        String header = header();
        List<String> files = new ArrayList<>();
        for (Path source : files(sources.get(0))) {
            Matcher example = EXAMPLE.matcher(Files.readString(source));
            while (example.find()) {
                String name = source.getFileName().toString().replaceAll("\\W", "_") + files.size();
                files.add(write(name, header, example.group(1).replaceAll("(?m)^ *\\* ?", "")));
            }
        }

        assertThat(files).hasSizeGreaterThan(10);
        compile(folder, files, "-Xlint:none");
    }

    /** Compiles examples on the class path of the test; the classes are then in a folder. */
    public static void compile(Path folder, List<String> files, String lint) {
        List<String> options = List.of(lint, "-proc:none", "-d", folder.toString());
        ByteArrayOutputStream messages = new ByteArrayOutputStream();

        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        messages,
                        messages,
                        Stream.concat(options.stream(), files.stream()).toArray(String[]::new));

        assertThat(compiled).as(messages.toString(StandardCharsets.UTF_8)).isZero();
    }

    private String header() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path root : sources) {
            files(root).forEach(file -> all.add(root.relativize(file.getParent())));
        }
        return all.stream()
                        .map(folderOfPackage ->
                                "import " + folderOfPackage.toString().replace('/', '.') + ".*;\n")
                        .distinct()
                        .collect(Collectors.joining())
                + imports;
    }

    /** Writes an example into a package of its own. */
    private String write(String name, String header, String example) throws IOException {
        Matcher isClass = CLASS.matcher(example);
        String type = isClass.find() ? isClass.group(1) : "Example";
        String body = type.equals("Example")
                ? "class Example {\n" + given + "\nvoid run() throws Exception {\n" + example + "\n}\n}\n"
                : example;
        Path file = Files.createDirectories(folder.resolve(name)).resolve(type + ".java");
        return Files.writeString(file, "package " + name + ";\n\n" + header + "\n" + body)
                .toString();
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
