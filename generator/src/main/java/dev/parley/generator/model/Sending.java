package dev.parley.generator.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the body of an operation goes out.
 *
 * @param mediaType the media type to send; of a file the one that counts where the file states none
 * @param members what the document says about the members of a form or a multipart body
 * @param brackets whether arrays of a form or a multipart body are called {@code name[]}
 */
public record Sending(Kind kind, String mediaType, List<MemberEncoding> members, boolean brackets) {

    /** As JSON of the plain type. */
    public static final Sending JSON = new Sending(Kind.JSON, "application/json", List.of(), false);

    public Sending {
        members = List.copyOf(members);
    }

    /** What a body is made of. */
    public enum Kind {
        /** JSON. */
        JSON,
        /** Parts, {@code multipart/form-data}. */
        MULTIPART,
        /** Pairs, {@code application/x-www-form-urlencoded}. */
        FORM,
        /** Text. */
        TEXT,
        /** Bytes. */
        FILE
    }

    /**
     * What the document says about one member.
     *
     * @param wireName the name of the member
     * @param contentType its media types with commas between them, or {@code null}
     * @param style {@code form}, {@code spaceDelimited}, {@code pipeDelimited} or {@code deepObject}, or {@code null}
     * @param explode whether elements and members become pairs of their own
     * @param headers headers of its part, and their values
     */
    public record MemberEncoding(
            String wireName,
            @Nullable String contentType,
            @Nullable String style,
            boolean explode,
            Map<String, String> headers) {}
}
