package dev.parley.generator.naming;

import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.ClientDescription;
import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.Decision;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.Service;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.model.Validation;
import dev.parley.generator.model.Variant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small models with what names depend on, and nothing else filled in. */
final class Models {

    private Models() {}

    static DeclarationId component(String name) {
        return new DeclarationId("/components/schemas/" + name);
    }

    static DeclarationId below(DeclarationId owner, String path) {
        return new DeclarationId(owner.pointer() + path);
    }

    static ApiModel of(Declaration... declarations) {
        return new ApiModel(client(NameHint.of("Test Client")), List.of(declarations), List.of(), Validation.NONE);
    }

    static ApiModel of(ClientDescription client, Service... services) {
        return new ApiModel(client, List.of(), List.of(services), Validation.NONE);
    }

    static ClientDescription client(NameHint name, ClientDescription.HeaderOption... headers) {
        return new ClientDescription(
                name,
                "",
                Documentation.NONE,
                ClientDescription.Server.NONE,
                List.of(),
                List.of(),
                "URL",
                "",
                List.of(headers));
    }

    static RecordDeclaration record(DeclarationId id, NameHint name, Placement placement, Member... members) {
        return new RecordDeclaration(id, name, placement, Documentation.NONE, false, List.of(members), List.of());
    }

    /** A component that is a record. */
    static RecordDeclaration record(String name, Member... members) {
        return record(component(name), NameHint.of(name), new Placement.TopLevel(), members);
    }

    static UnionDeclaration union(String name, String tag, Variant... variants) {
        return new UnionDeclaration(
                component(name),
                NameHint.of(name),
                new Placement.TopLevel(),
                Documentation.NONE,
                false,
                List.of(variants),
                tag.isEmpty() ? null : new UnionDeclaration.Tag(tag, false),
                true,
                new Decision.Found(component(name), 0),
                List.of(),
                List.of(),
                null);
    }

    static Variant.Record variant(String name) {
        return new Variant.Record(component(name));
    }

    static Variant.Wrapper wrapper(String name) {
        return new Variant.Wrapper(
                NameHint.of(name), JsonKind.STRING, TypeRef.Scalar.STRING, Documentation.NONE, Constraints.NONE);
    }

    static EnumDeclaration openEnum(String name, String... values) {
        return new EnumDeclaration(
                component(name),
                NameHint.of(name),
                new Placement.TopLevel(),
                Documentation.NONE,
                false,
                Stream.of(values)
                        .map(value -> new EnumDeclaration.EnumValue(value, NameHint.of(value), Documentation.NONE))
                        .toList());
    }

    static Member.Property property(String name, TypeRef type, Presence presence) {
        return new Member.Property(
                name, NameHint.of(name), type, presence, Documentation.NONE, false, null, Constraints.NONE, null);
    }

    static Member.Property property(String name) {
        return property(name, TypeRef.Scalar.STRING, Presence.OPTIONAL);
    }

    static Member.Property list(String name) {
        return property(name, new TypeRef.ListOf(TypeRef.Scalar.STRING, false), Presence.OPTIONAL);
    }

    static Member.Property curated(String name, String chosen) {
        return new Member.Property(
                name,
                NameHint.curated(chosen),
                TypeRef.Scalar.STRING,
                Presence.OPTIONAL,
                Documentation.NONE,
                false,
                null,
                Constraints.NONE,
                null);
    }

    static Member.Constant constant(String name) {
        return new Member.Constant(name, NameHint.of(name), new ConstantValue.Text(name), Documentation.NONE, false);
    }

    static Parameter parameter(String name, Parameter.Location location, TypeRef type) {
        return new Parameter(
                name,
                NameHint.of(name),
                location,
                Parameter.Style.PLAIN,
                false,
                type,
                false,
                Documentation.NONE,
                false,
                Constraints.NONE);
    }

    static Service service(List<String> resource, Operation... operations) {
        return new Service(resource, Documentation.NONE, List.of(operations));
    }

    /** Returns an operation that answers with events, and with nothing else. */
    static Operation streaming(String pointer, String verb, String name) {
        return streaming(operation(pointer, verb), null, name);
    }

    /** Returns an operation that answers with text, and with events by another name. */
    static Operation streamingToo(String pointer, String verb, String name) {
        return streaming(operation(pointer, verb), TypeRef.Scalar.STRING, name);
    }

    /** Returns an operation that answers with pages. */
    static Operation paged(String pointer, String verb) {
        Operation from = operation(pointer, verb);
        Operation.Paging paging = new Operation.Paging(
                component("List"), "data", TypeRef.Scalar.STRING, "has_more", "last_id", "after", null);
        return new Operation(
                pointer,
                "",
                verb,
                "GET",
                "/",
                Operation.Access.DEFAULT,
                List.of(),
                null,
                TypeRef.Scalar.STRING,
                paging,
                null,
                from.documentation(),
                false);
    }

    private static Operation streaming(Operation from, @Nullable TypeRef response, String name) {
        return new Operation(
                from.pointer(),
                "",
                from.verb(),
                "GET",
                "/",
                Operation.Access.DEFAULT,
                List.of(),
                null,
                response,
                null,
                new Operation.Streaming(TypeRef.Scalar.STRING, NameHint.of(name), null),
                from.documentation(),
                false);
    }

    static Operation operation(String pointer, String verb, String... pathParameters) {
        return new Operation(
                pointer,
                "",
                verb,
                "GET",
                "/",
                Operation.Access.DEFAULT,
                Stream.of(pathParameters)
                        .map(name -> parameter(name, Parameter.Location.PATH, TypeRef.Scalar.STRING))
                        .toList(),
                null,
                null,
                null,
                null,
                Documentation.NONE,
                false);
    }
}
