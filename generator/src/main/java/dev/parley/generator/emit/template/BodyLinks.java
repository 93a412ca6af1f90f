package dev.parley.generator.emit.template;

import dev.parley.generator.emit.StringLiteral;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Sending;
import java.util.List;
import java.util.Map;

/** The link of a chain that sets the body of a request, as text of one file. */
final class BodyLinks {

    private final Imports imports;

    BodyLinks(Imports imports) {
        this.imports = imports;
    }

    /**
     * Returns the link.
     *
     * @param value an expression for the body
     */
    List<String> of(Operation.Request request, String value) {
        Sending sending = request.sending();
        String type = StringLiteral.of(sending.mediaType());
        return List.of(
                switch (sending.kind()) {
                    case JSON ->
                        sending.mediaType().equals(Sending.JSON.mediaType())
                                ? ".body(" + value + ")"
                                : ".body(" + value + ", " + type + ")";
                    case MULTIPART -> ".multipart(" + value + ", " + encoding(sending) + ")";
                    case FORM -> ".form(" + value + ", " + encoding(sending) + ")";
                    case TEXT -> ".text(" + value + ", " + type + ")";
                    case FILE -> ".content(" + value + ", " + type + ")";
                });
    }

    private String encoding(Sending sending) {
        String type = imports.name("dev.parley.runtime.body.FormEncoding");
        StringBuilder text = new StringBuilder("new ").append(type).append("()");
        if (sending.brackets()) {
            text.append(".brackets()");
        }
        for (Sending.MemberEncoding member : sending.members()) {
            String name = StringLiteral.of(member.wireName());
            if (member.contentType() != null) {
                call(text, "contentType", name, StringLiteral.of(member.contentType()));
            }
            if (member.style() != null) {
                call(text, "style", name, type + ".Style." + style(member.style()), String.valueOf(member.explode()));
            }
            for (Map.Entry<String, String> header : member.headers().entrySet()) {
                call(text, "header", name, StringLiteral.of(header.getKey()), StringLiteral.of(header.getValue()));
            }
        }
        return text.toString();
    }

    private static void call(StringBuilder text, String method, String... arguments) {
        text.append('.')
                .append(method)
                .append('(')
                .append(String.join(", ", arguments))
                .append(')');
    }

    private static String style(String style) {
        return switch (style) {
            case "spaceDelimited" -> "SPACE_DELIMITED";
            case "pipeDelimited" -> "PIPE_DELIMITED";
            case "deepObject" -> "DEEP_OBJECT";
            default -> "FORM";
        };
    }
}
