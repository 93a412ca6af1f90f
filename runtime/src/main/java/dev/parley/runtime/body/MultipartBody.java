package dev.parley.runtime.body;

import dev.parley.runtime.body.FormEncoding.Rule;
import dev.parley.runtime.http.BodySource;
import dev.parley.runtime.http.HeaderSyntax;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body of type {@code multipart/form-data}, a part for each member: text for scalars, JSON for objects, a file for a
 * file, and a part for each element of an array. Nulls are left out. Files are read while the body is sent.
 *
 * <p>Names are escaped as browsers do ({@code %22}, {@code %0D}, {@code %0A}), so that none ends its header. The boundary
 * is random, 128 bits, so that no part can hold it on purpose, and none will by chance.
 */
public final class MultipartBody implements BodySource {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BINARY = "application/octet-stream";
    private static final String JSON = "application/json";

    private final String boundary;
    private final List<FileContent> segments = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final FormValue value;
    private final FormEncoding encoding;

    private MultipartBody(FormValue value, FormEncoding encoding) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        boundary = "parley-" + HexFormat.of().formatHex(random);
        this.value = value;
        this.encoding = encoding;
    }

    /**
     * Makes a body.
     *
     * @throws IllegalArgumentException if a file stands deeper than in an array, an array holds null, or a text is no
     *     Unicode
     */
    public static MultipartBody of(FormValue value, FormEncoding encoding) {
        MultipartBody body = new MultipartBody(value, encoding);
        value.members().members().forEach(body::add);
        body.text.append("--").append(body.boundary).append("--\r\n");
        body.endText();
        return body;
    }

    /** Returns the media type with the boundary. */
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    @Override
    public long length() throws IOException {
        long sum = 0;
        for (FileContent segment : segments) {
            long length = segment.length();
            if (length < 0) {
                return -1;
            }
            sum = Math.addExact(sum, length);
        }
        return sum;
    }

    @Override
    public boolean isRepeatable() {
        return segments.stream().allMatch(FileContent::isRepeatable);
    }

    @Override
    public InputStream open() {
        return new SegmentStream(segments);
    }

    /** Returns the media type and the number of segments, nothing of what is in them. */
    @Override
    public String toString() {
        return "MultipartBody[" + segments.size() + " segments]";
    }

    private void add(String name, JsonValue member) {
        Rule rule = encoding.of(name);
        if (rule.style() != null) {
            for (Map.Entry<String, String> pair : FormPairs.of(value, encoding, name, member)) {
                addText(pair.getKey(), pair.getValue(), null, rule.headers());
            }
        } else if (member instanceof JsonArray array) {
            for (JsonValue element : array.values()) {
                if (element instanceof JsonNull) {
                    throw new IllegalArgumentException(
                            "member '" + name + "': a multipart body has no way to say null in an array");
                }
                addOne(encoding.elementName(name), element, rule);
            }
        } else if (!(member instanceof JsonNull)) {
            addOne(name, member, rule);
        }
    }

    private void addOne(String name, JsonValue member, Rule rule) {
        FileContent file = value.file(member);
        if (file != null) {
            addFile(name, file, rule);
            return;
        }
        value.requireNoFile(name, member);
        boolean structured = member instanceof JsonObject || member instanceof JsonArray;
        String type = structured && rule.contentType() == null ? JSON : first(rule.contentType());
        boolean asJson = structured || (type != null && isJson(type));
        addText(name, asJson ? member.toJson() : FormPairs.text(member), type, rule.headers());
    }

    private void addText(String name, String content, @Nullable String type, Map<String, String> headers) {
        startPart(name, null, type, headers);
        text.append(content).append("\r\n");
    }

    private void addFile(String name, FileContent file, Rule rule) {
        String fileName = file.fileName() == null ? name.replace("[]", "") : file.fileName();
        String type = file.mediaType() == null ? first(rule.contentType()) : file.mediaType();
        startPart(name, fileName, type == null || type.contains("*") ? BINARY : type, rule.headers());
        endText();
        segments.add(file);
        text.append("\r\n");
    }

    private void startPart(String name, @Nullable String fileName, @Nullable String type, Map<String, String> headers) {
        text.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
        text.append(escaped(name)).append('"');
        if (fileName != null) {
            text.append("; filename=\"").append(escaped(fileName)).append('"');
        }
        text.append("\r\n");
        if (type != null) {
            HeaderSyntax.requireValue("Content-Type", type);
            text.append("Content-Type: ").append(type).append("\r\n");
        }
        headers.forEach((header, content) -> {
            HeaderSyntax.requireSendable(header, content);
            text.append(header).append(": ").append(content).append("\r\n");
        });
        text.append("\r\n");
    }

    private void endText() {
        segments.add(FileContent.of(StrictUtf8.bytes(text.toString())));
        text.setLength(0);
    }

    private static String escaped(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static @Nullable String first(@Nullable String types) {
        return types == null ? null : types.split(",")[0].strip();
    }

    private static boolean isJson(String type) {
        String plain = type.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return plain.equals(JSON) || plain.endsWith("+json");
    }

    /** The segments one after the other, each opened when the one before it has ended. */
    private static final class SegmentStream extends InputStream {
        private final List<FileContent> segments;
        private int next;
        private @Nullable InputStream open;

        SegmentStream(List<FileContent> segments) {
            this.segments = segments;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int wanted) throws IOException {
            while (true) {
                if (open == null) {
                    if (next == segments.size()) {
                        return -1;
                    }
                    open = segments.get(next++).open();
                }
                int count = open.read(into, offset, wanted);
                if (count >= 0) {
                    return count;
                }
                close();
            }
        }

        @Override
        public void close() throws IOException {
            InputStream ended = open;
            open = null;
            if (ended != null) {
                ended.close();
            }
        }
    }
}
