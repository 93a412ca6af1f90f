package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What media types say about the text of a body. */
final class MediaTypes {
    private MediaTypes() {}

    /** Returns the charset that the media type names, or null; an unknown name is as good as none. */
    static @Nullable Charset charset(String mediaType) {
        for (String parameter : mediaType.split(";")) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase("charset")) {
                String name = parameter.substring(equals + 1).strip().replace("\"", "");
                try {
                    return Charset.forName(name);
                } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Returns the text of an answer, in the charset that it names, or else in UTF-8. */
    static String text(HttpHeaders headers, byte[] body) {
        String type = headers.first("content-type");
        Charset named = type == null ? null : charset(type);
        return new String(body, named == null ? StandardCharsets.UTF_8 : named);
    }

    /** Returns the bytes of a text, in the charset that the media type names, or else in UTF-8. */
    static byte[] encode(Operation operation, String text, String mediaType) {
        Charset named = charset(mediaType);
        try {
            ByteBuffer bytes = (named == null ? StandardCharsets.UTF_8 : named)
                    .newEncoder()
                    .encode(CharBuffer.wrap(text));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    operation + ": the body has a character that " + mediaType + " cannot express", e);
        }
    }

    /** Returns the media type, one of text with the charset that it is sent in. */
    static String withCharset(String mediaType) {
        boolean text = mediaType.toLowerCase(Locale.ROOT).startsWith("text/");
        return text && charset(mediaType) == null ? mediaType + "; charset=utf-8" : mediaType;
    }
}
