package dev.parley.conformance.testee;

import dev.parley.runtime.json.JsonWritable;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A program that holds data and servers against the client: it reads a request a line, and answers each with one line, in
 * the same order. Whatever a request is, it is answered and the program goes on.
 */
public final class Testee {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final List<String> OPS = List.of("roundtrip", "call", "listAll", "stream", "types");

    /** What shells say of a program that wrote where nobody reads. */
    private static final int NOBODY_READS = 141;

    private final ModelTypes types = new ModelTypes();
    private final ServerCalls calls = new ServerCalls();
    private final Answers answers;
    private final LineReader lines;

    /**
     * Makes a program that is not running yet.
     *
     * @param in the requests, in UTF-8
     * @param out where the answers go, in UTF-8; neither is closed
     */
    public Testee(InputStream in, OutputStream out) {
        answers = new Answers(out);
        lines = new LineReader(in, answers);
    }

    /** Answers the requests of standard input on standard output. */
    public static void main(String[] args) {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES);
        System.setOut(System.err); // whoever prints does not print between answers
        System.exit(exitCode(new Testee(System.in, out)));
    }

    /**
     * Answers requests until there are no more.
     *
     * @throws IOException if they cannot be read, or the answers cannot be written
     */
    public void run() throws IOException {
        try (calls) {
            while (lines.next()) {
                answers.write(answer());
            }
            answers.flush();
        }
    }

    private static int exitCode(Testee testee) {
        try {
            testee.run();
            return 0;
        } catch (Answers.ClosedException e) {
            return NOBODY_READS;
        } catch (IOException e) {
            System.err.println("testee: cannot read requests: " + e.getMessage());
            return 1;
        }
    }

    /** Errors of the virtual machine are answered, too: a line too large for memory must not cost those behind it. */
    private Answer answer() throws IOException {
        String id = null;
        try {
            if (lines.isTooLong()) {
                throw new BadRequestException("the line does not fit into memory");
            }
            RequestLine request = RequestLine.of(lines.line());
            id = request.id();
            return answer(id, request);
        } catch (RuntimeException | Error e) {
            return Failure.answer(id, e);
        }
    }

    private Answer answer(@Nullable String id, RequestLine request) throws IOException {
        String op = request.text("op");
        boolean answeredHere = op.equals("roundtrip") || op.equals("types");
        if (!answeredHere) {
            answers.flush(); // a server may take its time, which whoever waits for an earlier answer should not
        }
        return switch (op) {
            case "roundtrip" -> roundtrip(id, request);
            case "types" -> types(id);
            case "call" -> calls.call(id, request);
            case "listAll" -> calls.listAll(id, request);
            case "stream" -> calls.stream(id, request);
            default -> throw new BadRequestException(NearNames.refusal("op", op, OPS));
        };
    }

    private Answer roundtrip(@Nullable String id, RequestLine request) {
        ModelType type = types.named(request.text("type"));
        boolean raw = request.hasValue("text");
        if (raw ? request.hasValue("json") : !request.has("json")) {
            throw new BadRequestException("the request needs 'json' or 'text', and not both");
        }
        JsonWritable value = type.read(raw ? request.text("text") : request.json("json"));
        return Answer.to(id)
                .flag("ok", true)
                .text("class", value.getClass().getSimpleName())
                .flag("unknown", ModelType.isUnknown(value))
                .text("problem", ModelType.problem(value))
                .json("json", value.toJson());
    }

    private Answer types(@Nullable String id) {
        Answer unions = Answer.to(null);
        types.all().forEach((name, type) -> {
            if (type.isUnion()) {
                unions.json(name, strings(type.variants()));
            }
        });
        return Answer.to(id)
                .flag("ok", true)
                .json("types", strings(types.all().keySet()))
                .json("unions", unions.toJson())
                .json("methods", strings(ServerCalls.names()));
    }

    private static String strings(Collection<String> values) {
        return values.stream().map(Answer::string).collect(Collectors.joining(",", "[", "]"));
    }
}
