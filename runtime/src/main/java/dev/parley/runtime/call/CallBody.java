package dev.parley.runtime.call;

import dev.parley.runtime.body.FormEncoding;
import dev.parley.runtime.body.FormPairs;
import dev.parley.runtime.body.FormValue;
import dev.parley.runtime.body.MultipartBody;
import dev.parley.runtime.codec.JsonWriter;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.http.BodySource;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a call, encoded as far as it can be before the members are known that the client sends with every call. */
sealed interface CallBody {
    String JSON = "application/json";
    String FORM = "application/x-www-form-urlencoded";

    /** Returns what goes out, with further members where the body is made of members and lacks them. */
    Wire withMembers(JsonObject further);

    /** A body as it goes out, whatever members are sent with every call: in memory, or read while it is sent. */
    final class Wire implements CallBody {
        private final byte @Nullable [] bytes;
        private final @Nullable BodySource source;
        private final String contentType;

        Wire(byte[] bytes, String contentType) {
            this.bytes = bytes;
            this.source = null;
            this.contentType = contentType;
        }

        Wire(BodySource source, String contentType) {
            this.bytes = null;
            this.source = source;
            this.contentType = contentType;
        }

        /** Returns the bytes, or null if there is a source. */
        byte @Nullable [] bytes() {
            return bytes;
        }

        /** Returns what the bytes are read from, or null if they are in memory. */
        @Nullable
        BodySource source() {
            return source;
        }

        String contentType() {
            return contentType;
        }

        @Override
        public Wire withMembers(JsonObject further) {
            return this;
        }
    }

    /** JSON, written already. */
    final class Json implements CallBody {
        private final byte[] bytes;
        private final String contentType;

        Json(byte[] bytes, String contentType) {
            this.bytes = bytes;
            this.contentType = contentType;
        }

        @Override
        public Wire withMembers(JsonObject further) {
            if (further.isEmpty() || !(parsed(bytes) instanceof JsonObject object)) {
                return new Wire(bytes, contentType);
            }
            JsonObject merged = object;
            for (Map.Entry<String, JsonValue> member : further.members().entrySet()) {
                if (!object.contains(member.getKey())) {
                    merged = merged.with(member.getKey(), member.getValue());
                }
            }
            return new Wire(JsonWriter.encode(merged), contentType);
        }

        private static @Nullable JsonValue parsed(byte[] body) {
            try {
                return JsonValue.parse(body);
            } catch (DecodingException notReadable) {
                return null; // deeper nested than what can be read, yet written: it goes out as it is
            }
        }
    }

    /** A form. */
    record Form(FormValue value, FormEncoding encoding) implements CallBody {
        @Override
        public Wire withMembers(JsonObject further) {
            return new Wire(FormPairs.encode(value.with(further), encoding), FORM);
        }
    }

    /** Parts, files among them. */
    record Multipart(FormValue value, FormEncoding encoding) implements CallBody {
        @Override
        public Wire withMembers(JsonObject further) {
            MultipartBody body = MultipartBody.of(value.with(further), encoding);
            return new Wire(body, body.contentType());
        }
    }
}
