package dev.parley.benchmarks.peer;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/**
 * A client that OpenAPI Generator made, and what it took to compile it.
 *
 * @param library the library of its generator {@code java}
 * @param classes the folder of its classes
 * @param edits how many places of its sources were changed before
 * @param errors how many errors javac found then
 */
record PeerClient(String library, Path classes, int edits, long errors) {

    /** Mends what the library {@code native} writes about lists among the choices: what to look for, and instead. */
    private static final Map<Pattern, String> NATIVE_EDITS = Map.of(
            Pattern.compile("\\bList<[\\w<>]+>\\.class"), "List.class",
            Pattern.compile("\\bgetList<(\\w+)>\\(\\)"), "getListOf$1()",
            Pattern.compile("instanceof List<[\\w<>]+>"), "instanceof List",
            Pattern.compile("\\(\\((\\w+)\\)getActualInstance\\(\\)\\)\\.get\\(i\\)"),
                    "(($1) ((List<?>) getActualInstance()).get(i))",
            Pattern.compile("\\(getActualInstance\\(\\)\\.get\\(i\\)"), "(((List<?>) getActualInstance()).get(i)");

    /** Generates, edits if that is wanted, and compiles. */
    static PeerClient make(String library, Path document, Path folder, boolean edited) throws IOException {
        Path sources = folder.resolve(library);
        CodegenConfigurator configurator = new CodegenConfigurator()
                .setGeneratorName("java")
                .setLibrary(library)
                .setInputSpec(document.toString())
                .setOutputDir(sources.toString())
                .setValidateSpec(false)
                .addAdditionalProperty("useOneOfDiscriminatorLookup", "true");
        for (String part : List.of("apiTests", "modelTests", "apiDocs", "modelDocs")) {
            configurator.addGlobalProperty(part, "false");
        }
        new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources.resolve("src/main/java"))) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        int edits = edited && library.equals("native") ? edit(files) : 0;
        Path classes = folder.resolve(library + "-classes");
        return new PeerClient(library, classes, edits, compile(files, classes));
    }

    private static int edit(List<Path> files) throws IOException {
        int edits = 0;
        for (Path file : files) {
            String before = Files.readString(file);
            String after = before;
            for (Map.Entry<Pattern, String> edit : NATIVE_EDITS.entrySet()) {
                edits += (int) edit.getKey().matcher(after).results().count();
                after = edit.getKey().matcher(after).replaceAll(edit.getValue());
            }
            if (!after.equals(before)) {
                Files.writeString(file, after);
            }
        }
        return edits;
    }

    private static long compile(List<Path> files, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-Xmaxerrs", "10000"));
        options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        options.addAll(List.of("-d", Files.createDirectories(classes).toString()));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, null)) {
            compiler.getTask(
                            new StringWriter(),
                            manager,
                            found,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .count();
    }
}
