package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.Sending;
import dev.parley.generator.model.TypeRef;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what an operation sends: a form of it for each media type that makes a difference. */
final class Bodies {

    private static final String NO_COMPONENT = "Add it to the components or correct the reference";
    private static final String BYTES = "application/octet-stream";

    private final Components components;
    private final Shapes shapes;
    private final Media media;
    private final MemberEncodings encodings;
    private final Diagnostics diagnostics;

    Bodies(OpenAPI document, Shapes shapes, Diagnostics diagnostics) {
        this.components = document.getComponents() == null ? new Components() : document.getComponents();
        this.shapes = shapes;
        this.media = new Media(shapes);
        this.encodings = new MemberEncodings(shapes, document.getSpecVersion(), diagnostics);
        this.diagnostics = diagnostics;
    }

    /**
     * Returns the bodies that an operation can send, the one first that is the operation: JSON if there is some, else the
     * first of the document. Empty if it sends none.
     */
    List<Form> requests(OperationSource operation) {
        RequestBody body = operation.operation().getRequestBody();
        if (body == null) {
            return List.of();
        }
        String pointer = Pointers.below(operation.pointer(), "requestBody");
        String component = null;
        if (body.get$ref() != null) {
            component = Pointers.last(body.get$ref());
            body = components.getRequestBodies() == null
                    ? null
                    : components.getRequestBodies().get(component);
            if (body == null || body.get$ref() != null) {
                diagnostics.error(
                        "unresolved-reference", pointer, "There is no component '" + component + "'", NO_COMPONENT);
                return List.of();
            }
            pointer = Pointers.below("/components/requestBodies", component);
        }
        if (Media.isNothing(body.getContent())) {
            return List.of();
        }
        boolean required = Boolean.TRUE.equals(body.getRequired());
        return new Reader(operation, body.getContent(), Pointers.below(pointer, "content"), component, required)
                .forms();
    }

    /**
     * One way to send a body.
     *
     * @param pointer where its media type stands, seen from the operation
     * @param word what tells it from the others
     * @param verb what a person calls the operation in this form, or {@code null}
     */
    record Form(
            Body body,
            Sending sending,
            String pointer,
            String word,
            @Nullable String verb) {}

    /** One content in the reading. */
    private final class Reader {

        private final OperationSource operation;
        private final Content content;
        private final String pointer;
        private final @Nullable String component;
        private final boolean required;
        private final List<Form> forms = new ArrayList<>();
        private final List<String> same = new ArrayList<>();

        Reader(
                OperationSource operation,
                Content content,
                String pointer,
                @Nullable String component,
                boolean required) {
            this.operation = operation;
            this.content = content;
            this.pointer = pointer;
            this.component = component;
            this.required = required;
        }

        List<Form> forms() {
            content.keySet().forEach(this::add);
            forms.stream()
                    .filter(form -> form.sending().kind() == Sending.Kind.JSON)
                    .findFirst()
                    .ifPresent(json -> {
                        forms.remove(json);
                        forms.add(0, json);
                    });
            if (!same.isEmpty()) {
                diagnostics.note(
                        "media-type-ignored",
                        pointer,
                        "What is sent in another form already is not sent as " + String.join(", ", same),
                        "Nothing to do unless the other media type is what you need");
            }
            return forms;
        }

        private void add(String name) {
            SchemaNode schema = Media.node(content, name, pointer);
            switch (media.kind(content, name, pointer)) {
                case NONE ->
                    diagnostics.error(
                            "unsupported-media-type",
                            Pointers.below(pointer, name),
                            "'" + name + "' is no media type",
                            "Write one such as application/json");
                case JSON -> addJson(name, schema);
                case MULTIPART -> addMembers(Sending.Kind.MULTIPART, Media.Kind.MULTIPART, name, schema);
                case FORM -> addMembers(Sending.Kind.FORM, Media.Kind.FORM, name, schema);
                case TEXT, EVENTS -> addText(name, schema);
                case BINARY -> addBytes(name, schema);
            }
        }

        private void addJson(String name, SchemaNode schema) {
            String meant = shapes.read(schema).shape().origin().pointer();
            boolean known = forms.stream()
                    .filter(form -> form.sending().kind() == Sending.Kind.JSON)
                    .anyMatch(form -> shapes.read(form.body().schema())
                            .shape()
                            .origin()
                            .pointer()
                            .equals(meant));
            if (known) {
                same.add(name);
                return;
            }
            Sending sending = new Sending(Sending.Kind.JSON, Media.json(name), List.of(), false);
            add(name, Media.Kind.JSON, new Body(List.of(schema), component, required, null), sending);
        }

        private void addMembers(Sending.Kind kind, Media.Kind read, String name, SchemaNode schema) {
            Shape shape = shapes.read(schema).shape();
            if (ShapeKinds.of(shape).stream().noneMatch(JsonKind.OBJECT::equals)) {
                if (kind == Sending.Kind.FORM) {
                    diagnostics.warning(
                            "form-as-text",
                            schema.pointer(),
                            "A form is made of members, but this is no object, so it is sent as text",
                            "Describe an object, or write the form yourself");
                    Sending text = new Sending(Sending.Kind.TEXT, Media.plain(name), List.of(), false);
                    add(name, read, new Body(List.of(schema), component, required, TypeRef.Scalar.STRING), text);
                    return;
                }
                diagnostics.error(
                        "unsupported-media-type",
                        schema.pointer(),
                        "A body of " + Media.plain(name) + " is made of members, but this is no object",
                        "Describe an object, or another media type");
                return;
            }
            if (shape instanceof Shape.Free) {
                diagnostics.note(
                        "form-without-members",
                        schema.pointer(),
                        "Nothing is said about the members of the body, so it takes any JSON and no file",
                        "Describe the members, files with format binary");
            }
            MediaType said = content.get(name);
            boolean multipart = kind == Sending.Kind.MULTIPART;
            Sending sending = new Sending(
                    kind,
                    Media.plain(name),
                    encodings.of(said, schema, Pointers.below(pointer, name), multipart),
                    said.getExtensions() != null
                            && Boolean.TRUE.equals(said.getExtensions().get("x-java-brackets")));
            add(name, read, new Body(List.of(schema), component, required, null), sending);
        }

        private void addText(String name, SchemaNode schema) {
            if (Media.isXml(name)) {
                diagnostics.note(
                        "xml-as-text",
                        Pointers.below(pointer, name),
                        "XML is sent as text: its schema becomes no type",
                        "Nothing to do: write the XML yourself");
            }
            String type = name.contains("*") ? "text/plain" : name.strip();
            Sending sending = new Sending(Sending.Kind.TEXT, type, List.of(), false);
            add(name, Media.Kind.TEXT, new Body(List.of(schema), component, required, TypeRef.Scalar.STRING), sending);
        }

        /** One method sends bytes of all types: what it takes says of which. */
        private void addBytes(String name, SchemaNode schema) {
            boolean known = forms.stream().anyMatch(form -> form.sending().kind() == Sending.Kind.FILE);
            if (Media.plain(name).startsWith("multipart/")) {
                diagnostics.warning(
                        "multipart-as-bytes",
                        Pointers.below(pointer, name),
                        "Only multipart/form-data is put together of its parts; this body is sent as the bytes of a file",
                        "Write the parts yourself, and give FileContent the media type with the boundary between them");
            }
            if (!known) {
                String type = name.contains("*") ? BYTES : name.strip();
                Sending sending = new Sending(Sending.Kind.FILE, type, List.of(), false);
                add(
                        name,
                        Media.Kind.BINARY,
                        new Body(List.of(schema), component, required, TypeRef.Scalar.FILE),
                        sending);
            }
        }

        private void add(String name, Media.Kind kind, Body body, Sending sending) {
            String place = Pointers.below(operation.pointer(), "requestBody", "content", name);
            forms.add(new Form(body, sending, place, Media.word(kind, name), verb(name)));
        }

        private @Nullable String verb(String name) {
            Object chosen = operation.extension("x-java-media-verbs");
            if (chosen == null) {
                return null;
            }
            if (chosen instanceof Map<?, ?> verbs
                    && verbs.values().stream().allMatch(each -> each instanceof String text && !text.isBlank())) {
                return verbs.get(name) instanceof String verb ? verb.strip() : null;
            }
            diagnostics.error(
                    "malformed-extension",
                    operation.pointer(),
                    "x-java-media-verbs does not name methods by media types",
                    "Write for example x-java-media-verbs: {multipart/form-data: upload}");
            return null;
        }
    }
}
