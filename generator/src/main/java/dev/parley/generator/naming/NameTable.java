package dev.parley.generator.naming;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.RecordDeclaration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every Java name of a client. Immutable; the same model and package always give the same names. */
public final class NameTable {

    private final Packages packages;
    private final TypeNames types;
    private final MemberNames members;
    private final ServiceNames services;

    private NameTable(Packages packages, TypeNames types, MemberNames members, ServiceNames services) {
        this.packages = packages;
        this.types = types;
        this.members = members;
        this.services = services;
    }

    /**
     * Decides the names of a model.
     *
     * @param basePackage the package of the client class, such as {@code dev.parley.openai}
     * @param diagnostics takes an illegal package, an illegal or colliding curated name, and a note for each name that got
     *     a number because another one was there first
     */
    public static NameTable of(ApiModel model, String basePackage, Diagnostics diagnostics) {
        Packages packages = Packages.below(basePackage, diagnostics);
        TypeNames types = TypeNames.of(model, packages, diagnostics);
        return new NameTable(
                packages, types, MemberNames.of(model, diagnostics), ServiceNames.of(model, packages, diagnostics));
    }

    /** Returns the packages of the client. */
    public Packages packages() {
        return packages;
    }

    /** Returns the name of the type of a declaration. */
    public JavaName type(DeclarationId id) {
        return types.type(id);
    }

    /** Returns the name of a wrapper that a union declares. */
    public JavaName wrapper(DeclarationId union, int variant) {
        return types.wrapper(union, variant);
    }

    /** Returns the name of the codec of a record or union. */
    public JavaName codec(DeclarationId id) {
        return types.codec(id);
    }

    /** Returns the name of what checks a record, a union or a request that is checked. */
    public JavaName constraints(DeclarationId id) {
        return types.constraints(id);
    }

    /** Returns the name of a member of a record. */
    public Identifier member(DeclarationId owner, String wireName) {
        return members.member(owner, wireName);
    }

    /** Returns the name of a parameter of a request. */
    public Identifier parameter(DeclarationId request, Parameter parameter) {
        return members.parameter(request, parameter);
    }

    /** Returns the name of the builder method that adds one element to a parameter of a request. */
    public Identifier adder(DeclarationId request, Parameter parameter) {
        return members.adder(request, parameter);
    }

    /** Returns the name of the builder method that adds one element to a list, such as {@code addItem}. */
    public Identifier adder(DeclarationId owner, String wireName) {
        return members.adder(owner, wireName);
    }

    /** Returns the name of the builder method that sets the string form of a member, or {@code null} if it has none. */
    public @Nullable Identifier stringSetter(DeclarationId owner, String wireName) {
        return members.stringSetter(owner, wireName);
    }

    /** Returns the name of the builder's field that says whether a member that may be null has been set. */
    public Identifier flag(DeclarationId owner, String wireName) {
        return members.flag(owner, wireName);
    }

    /** Returns a variable of source of its own, with an underscore behind it where a member of a record is called so. */
    public String variable(RecordDeclaration record, String wanted) {
        boolean taken = record.members().stream()
                .anyMatch(
                        member -> member(record.id(), member.wireName()).text().equals(wanted));
        return taken ? wanted + "_" : wanted;
    }

    /** Returns the name of the accessor of a union's tag, or {@code null} if the variants do not agree on one. */
    public @Nullable Identifier tag(DeclarationId union) {
        return members.tag(union);
    }

    /** Returns the name of the accessor of a member that all variants of a union share, or {@code null} if they call it differently. */
    public @Nullable Identifier shared(DeclarationId union, String wireName) {
        return members.shared(union, wireName);
    }

    /** Returns the name of the constant for a value of an enum. */
    public Identifier constant(DeclarationId id, String wireValue) {
        return members.constant(id, wireValue);
    }

    /** Returns the name of the client class. */
    public JavaName client() {
        return services.client();
    }

    /** Returns the name of the interface of a resource. */
    public JavaName service(List<String> resource) {
        return services.service(resource);
    }

    /** Returns the name of the class behind the interface of a resource. */
    public JavaName httpService(List<String> resource) {
        return services.httpService(resource);
    }

    /** Returns the name of the method that leads to a resource from its parent. */
    public Identifier accessor(List<String> resource) {
        return services.accessor(resource);
    }

    /** Returns the name of the method of an operation. */
    public Identifier method(Operation operation) {
        return services.method(operation);
    }

    /** Returns the name of the constant that holds an operation's method and path. */
    public Identifier operationConstant(Operation operation) {
        return services.constant(operation);
    }

    /** Returns the name of the page type of an operation that lists. */
    public JavaName page(Operation operation) {
        return services.page(operation);
    }

    /** Returns the name of a path parameter of an operation. */
    public Identifier pathParameter(Operation operation, String wireName) {
        return services.pathParameter(operation, wireName);
    }

    /** Returns the name of the client setting that goes out as {@code header}. */
    public Identifier headerOption(String header) {
        return services.headerOption(header);
    }
}
