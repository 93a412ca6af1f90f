package dev.parley.runtime.body;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.codec.JsonWriter;
import dev.parley.runtime.http.BodySource;
import dev.parley.runtime.http.HeaderSyntax;
import dev.parley.runtime.json.JsonWritable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What a call sends as a file, or as a body that is neither JSON nor text: its bytes, with a file name and a media type.
 * Immutable; safe for use by many threads.
 *
 * <p>Bytes come from memory, from a path, or from a stream; what is not in memory is read while it is sent, anew for each
 * attempt. A source that blocks holds up the call, whose timeout does not end a read of it.
 *
 * <p>In plain JSON a file has no form: writing one there is an {@link IllegalArgumentException}. One that was read from
 * JSON is the exception, and written back as the string that it was.
 */
public final class FileContent implements BodySource, JsonWritable {

    /** Opens a stream that nobody has read from. */
    public interface Opening {

        /**
         * Returns the bytes from the first one on; whoever gets the stream closes it.
         *
         * @throws IOException if there is none; the call then fails
         */
        InputStream open() throws IOException;
    }

    private final Opening opening;
    private final byte @Nullable [] bytes;
    private final @Nullable Path path;
    private final @Nullable String json;
    private final boolean repeatable;
    private final long length;
    private final @Nullable String fileName;
    private final @Nullable String mediaType;

    private FileContent(
            Opening opening,
            byte @Nullable [] bytes,
            @Nullable Path path,
            @Nullable String json,
            boolean repeatable,
            long length,
            @Nullable String fileName,
            @Nullable String mediaType) {
        this.opening = opening;
        this.bytes = bytes;
        this.path = path;
        this.json = json;
        this.repeatable = repeatable;
        this.length = length;
        this.fileName = fileName;
        this.mediaType = mediaType;
    }

    /** Makes a file of bytes, which are not copied and must not be changed afterwards. */
    public static FileContent of(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        return new FileContent(
                () -> new ByteArrayInputStream(bytes), bytes, null, null, true, bytes.length, null, null);
    }

    /** Makes a file of a text, in UTF-8. */
    public static FileContent of(String text) {
        return of(Objects.requireNonNull(text, "text").getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a file of one on disk, with its name; it is opened, and its length looked up, when it is sent. */
    public static FileContent of(Path path) {
        Path name = path.getFileName();
        return new FileContent(
                () -> Files.newInputStream(path),
                null,
                path,
                null,
                true,
                -1,
                name == null ? null : name.toString(),
                null);
    }

    /** Makes a file of a source that can be opened as often as attempts are made. */
    public static FileContent of(Opening source) {
        return new FileContent(Objects.requireNonNull(source, "source"), null, null, null, true, -1, null, null);
    }

    /** Makes a file of a stream that is read once and then closed; a call that sends it is never tried again. */
    public static FileContent once(InputStream stream) {
        Objects.requireNonNull(stream, "stream");
        AtomicBoolean opened = new AtomicBoolean();
        return new FileContent(
                () -> {
                    if (opened.getAndSet(true)) {
                        throw new IOException("the stream of a file can be read only once, and it was");
                    }
                    return stream;
                },
                null,
                null,
                null,
                false,
                -1,
                null,
                null);
    }

    /** Reads the string that stands in JSON where a multipart body has a file. */
    public static FileContent read(JsonReader in) {
        String text = in.readString();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new FileContent(
                () -> new ByteArrayInputStream(bytes), bytes, null, text, true, bytes.length, null, null);
    }

    /** Returns the same file under a name; line breaks and quotes in it are escaped when it is sent. */
    public FileContent withFileName(String name) {
        return new FileContent(
                opening, bytes, path, json, repeatable, length, Objects.requireNonNull(name, "name"), mediaType);
    }

    /**
     * Returns the same file with a media type, such as {@code image/png}.
     *
     * @throws IllegalArgumentException if it is none, or holds what cannot stand in a header
     */
    public FileContent withMediaType(String type) {
        HeaderSyntax.requireSendable("content-type", type);
        int slash = type.indexOf('/');
        if (slash <= 0 || slash == type.length() - 1) {
            throw new IllegalArgumentException("'" + type + "' is no media type; name one such as image/png");
        }
        return new FileContent(opening, bytes, path, json, repeatable, length, fileName, type);
    }

    /**
     * Returns the same file with a known length, so that a body has one that is made of a stream.
     *
     * @param count the number of bytes; a source that has more or fewer makes the call fail
     * @throws IllegalArgumentException if it is negative, or another one than that of bytes in memory
     */
    public FileContent withLength(long count) {
        if (count < 0 || (bytes != null && bytes.length != count)) {
            throw new IllegalArgumentException("the length of a file cannot be " + count);
        }
        return new FileContent(opening, bytes, path, json, repeatable, count, fileName, mediaType);
    }

    /** Returns the file name, or null; in a multipart body a file without one has the name of its part. */
    public @Nullable String fileName() {
        return fileName;
    }

    /** Returns the media type, or null if the document decides. */
    public @Nullable String mediaType() {
        return mediaType;
    }

    @Override
    public long length() throws IOException {
        return path != null && length < 0 ? Files.size(path) : length;
    }

    @Override
    public boolean isRepeatable() {
        return repeatable;
    }

    @Override
    public InputStream open() throws IOException {
        return opening.open();
    }

    /** Writes the string that this was read from, or a reference where something takes files. */
    @Override
    public void writeTo(JsonWriter out) {
        out.attachment(this, json);
    }

    /** Returns whether the other one has the same name, media type, and bytes, or else the very same source of them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileContent that
                && Objects.equals(fileName, that.fileName)
                && Objects.equals(mediaType, that.mediaType)
                && Objects.equals(json, that.json)
                && length == that.length
                && hasBytesOf(that);
    }

    private boolean hasBytesOf(FileContent other) {
        if (bytes != null) {
            return Arrays.equals(bytes, other.bytes);
        }
        return path != null ? path.equals(other.path) : opening == other.opening;
    }

    @Override
    public int hashCode() {
        return Objects.hash(fileName, mediaType, length, Arrays.hashCode(bytes), path);
    }

    /** Returns the name, the media type and the length as far as they are known, never what is in it. */
    @Override
    public String toString() {
        return "FileContent[fileName=" + fileName + ", mediaType=" + mediaType + ", length=" + length + "]";
    }
}
