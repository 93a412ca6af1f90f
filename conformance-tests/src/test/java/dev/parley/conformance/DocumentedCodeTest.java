package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
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
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.Executor;
            import java.util.concurrent.Flow;
            import java.util.function.*;
            import java.util.stream.*;
            import javax.net.ssl.SSLContext;
            """;

    @TempDir
    private Path classes;

    static Stream<DocumentedCode> blocks() throws IOException {
        return DocumentedCode.all(ROOT).stream().filter(block -> !block.isExcerpt());
    }

    @Test
    void pages_showJava() throws IOException {
        assertThat(blocks()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void block_asItStands_compiles(DocumentedCode block) throws IOException {
        StringWriter problems = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "--release",
                "17");

        boolean compiled = compiler.getTask(problems, null, null, options, null, List.of(source(block)))
                .call();

        assertThat(compiled).as("%s\n%s\n%s", block, block.text(), problems).isTrue();
    }

    private static JavaFileObject source(DocumentedCode block) {
        String body = block.declaresTypes()
                ? block.text()
                : "class Shown {\n" + GIVEN + "  void run() throws Exception {\n" + block.text() + "\n  }\n}\n";
        return new SimpleJavaFileObject(URI.create("string:///Shown.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return IMPORTS + body;
            }
        };
    }
}
