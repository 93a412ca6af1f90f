package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and docs show compiles as it stands, with nothing around it but imports and the things it talks about. */
class DocumentedCodeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What a block may talk about without declaring it; fields, so that it may also declare its own. */
    private static final String GIVEN = """
            OpenAiClient client;
            Conversation conversation;
            String conversationId;
            ConversationItem item;
            String itemId;
            Message message;
            Response response;
            ResponseCreateRequest request;
            HttpTransport transport;
            SSLContext sslContext;
            Executor executor;
            Supplier<String> tokens;
            """;

    private static final String IMPORTS = """
            import dev.parley.openai.*;
            import dev.parley.openai.model.*;
            import dev.parley.openai.service.*;
            import dev.parley.runtime.body.*;
            import dev.parley.runtime.call.*;
            import dev.parley.runtime.error.*;
            import dev.parley.runtime.event.*;
            import dev.parley.runtime.http.*;
            import dev.parley.runtime.json.*;
            import dev.parley.runtime.page.*;
            import dev.parley.runtime.validation.*;
            import dev.parley.testkit.*;
            import java.net.InetSocketAddress;
            import java.net.http.HttpClient;
            import java.nio.charset.StandardCharsets;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.Executor;
            import java.util.concurrent.Flow;
            import java.util.function.*;
            import java.util.stream.*;
            import javax.net.ssl.SSLContext;
            """;

    /** One run of the compiler for all blocks: most of its time goes into the class path. */
    private static final Map<DocumentedCode, Shown> SOURCES = new LinkedHashMap<>();

    private static final DiagnosticCollector<JavaFileObject> PROBLEMS = new DiagnosticCollector<>();

    @BeforeAll
    static void compile(@TempDir Path classes) throws IOException {
        for (DocumentedCode block : blocks().toList()) {
            SOURCES.put(block, new Shown(block, SOURCES.size()));
        }
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-XDshould-stop.ifError=FLOW",
                "--release",
                "17");
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, PROBLEMS, options, null, SOURCES.values())
                .call();
    }

    static Stream<DocumentedCode> blocks() throws IOException {
        return DocumentedCode.all(ROOT).stream().filter(block -> !block.isExcerpt());
    }

    @Test
    void pages_showJava() {
        assertThat(SOURCES).hasSizeGreaterThan(30);
    }

    /** Elsewhere a block that is cut short would be one that nobody compiles. */
    @Test
    void excerpts_standOnThePageOfTheArchitectureAlone() throws IOException {
        assertThat(DocumentedCode.all(ROOT))
                .filteredOn(DocumentedCode::isExcerpt)
                .extracting(DocumentedCode::page)
                .containsOnly(Path.of("docs/architecture.md"));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void block_asItStands_compiles(DocumentedCode block) {
        assertThat(PROBLEMS.getDiagnostics())
                .as("%s%n%s", block, block.text())
                .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .filteredOn(problem -> problem.getSource() == null || isOf(problem.getSource(), block))
                .isEmpty();
    }

    /** The compiler wraps what it is given, so files are compared by name. */
    private static boolean isOf(JavaFileObject source, DocumentedCode block) {
        return source.toUri().equals(SOURCES.get(block).toUri());
    }

    /** A block as a file of its own. */
    private static final class Shown extends SimpleJavaFileObject {
        private final String source;

        Shown(DocumentedCode block, int number) {
            super(URI.create("string:///Shown" + number + ".java"), Kind.SOURCE);
            source = IMPORTS
                    + (block.declaresTypes()
                            ? block.text()
                            : "class Shown" + number + " {\n" + GIVEN + "  void run() throws Exception {\n"
                                    + block.text() + "\n  }\n}\n");
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
