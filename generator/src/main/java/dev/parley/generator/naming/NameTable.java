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
    private final UnionNames unions;
    private final ClientNames client;
    private final ServiceTypes serviceTypes;
    private final ServiceNames services;
    private final NameLock lock;

    private NameTable(
            Packages packages,
            TypeNames types,
            MemberNames members,
            UnionNames unions,
            ClientNames client,
            ServiceTypes serviceTypes,
            ServiceNames services,
            NameLock lock) {
        this.packages = packages;
        this.types = types;
        this.members = members;
        this.unions = unions;
        this.client = client;
        this.serviceTypes = serviceTypes;
        this.services = services;
        this.lock = lock;
    }

    /**
     * Decides the names of a model.
     *
     * @param basePackage the package of the client class, such as {@code dev.parley.openai}
     * @param before the names of the run before, which stay
     * @param diagnostics takes an illegal package, an illegal or colliding curated name, a name that could not stay, and a
     *     note for each name that got a number because another one was there first
     */
    public static NameTable of(ApiModel model, String basePackage, NameLock before, Diagnostics diagnostics) {
        Packages packages = Packages.below(basePackage, diagnostics);
        NameLedger ledger = new NameLedger(before);
        DeclarationKeys keys = new DeclarationKeys(model.declarations());
        TypeNames types = TypeNames.of(model, packages, ledger, keys, diagnostics);
        MemberNames members =
                MemberNames.of(model, new PackageRoots(model, types, packages), ledger, keys, diagnostics);
        UnionNames unions = UnionNames.of(model, members);
        ClientNames client = ClientNames.of(model.client(), packages, ledger, diagnostics);
        ServiceTypes serviceTypes = ServiceTypes.of(model.services(), packages, ledger);
        ServiceNames services = ServiceNames.of(model, ledger, diagnostics);
        NameLock lock = ledger.lock();
        new Renames(model, keys, diagnostics).report(before, lock);
        return new NameTable(packages, types, members, unions, client, serviceTypes, services, lock);
    }

    /** Returns the names that the next run should keep. */
    public NameLock lock() {
        return lock;
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
        return unions.tag(union);
    }

    /** Returns the name of the accessor of a member that all variants of a union share, or {@code null} if they call it differently. */
    public @Nullable Identifier shared(DeclarationId union, String wireName) {
        return unions.shared(union, wireName);
    }

    /** Returns the name of the constant for a value of an enum. */
    public Identifier constant(DeclarationId id, String wireValue) {
        return members.constant(id, wireValue);
    }

    /** Returns the name of the client class. */
    public JavaName client() {
        return client.client();
    }

    /** Returns the name of the class that is the client without blocking. */
    public JavaName asyncClient() {
        return client.asyncClient();
    }

    /** Returns the name of the class that leads to the calls of all resources. */
    public JavaName clientCalls() {
        return client.calls();
    }

    /** Returns the name of the client setting that goes out as {@code header}. */
    public Identifier headerOption(String header) {
        return client.headerOption(header);
    }

    /** Returns the name of the client setting that takes the credential of a scheme. */
    public Identifier credential(String scheme) {
        return client.credential(scheme);
    }

    /** Returns the name of the client setting that is a variable of the server. */
    public Identifier serverVariable(String variable) {
        return client.serverVariable(variable);
    }

    /** Returns the system property that says the same as an environment variable. */
    public String systemProperty(String variable) {
        return ClientNames.systemProperty(variable);
    }

    /** Returns the name of the interface of a resource. */
    public JavaName service(List<String> resource) {
        return serviceTypes.service(resource);
    }

    /** Returns the name of the interface of a resource that does not block. */
    public JavaName asyncService(List<String> resource) {
        return serviceTypes.asyncService(resource);
    }

    /** Returns the name of the class behind the interface of a resource. */
    public JavaName httpService(List<String> resource) {
        return serviceTypes.httpService(resource);
    }

    /** Returns the name of the class behind the interface of a resource that does not block. */
    public JavaName httpAsyncService(List<String> resource) {
        return serviceTypes.httpAsyncService(resource);
    }

    /** Returns the name of the class that makes the calls of a resource. */
    public JavaName calls(List<String> resource) {
        return serviceTypes.calls(resource);
    }

    /** Returns the name of the page type of an operation that lists. */
    public JavaName page(Operation operation) {
        return serviceTypes.page(operation);
    }

    /** Returns the name of the page type, for callers that do not block, of an operation that lists. */
    public JavaName asyncPage(Operation operation) {
        return serviceTypes.asyncPage(operation);
    }

    /** Returns the name of the method that leads to a resource from its parent. */
    public Identifier accessor(List<String> resource) {
        return services.accessor(resource);
    }

    /** Returns the name of the method of an operation; one that answers with events alone has none. */
    public Identifier method(Operation operation) {
        return services.method(operation);
    }

    /** Returns the name of the method that reads the events of an operation. */
    public Identifier streamMethod(Operation operation) {
        return services.streamMethod(operation);
    }

    /** Returns the name of the constant that holds an operation's method and path. */
    public Identifier operationConstant(Operation operation) {
        return services.constant(operation);
    }

    /** Returns the name of a path parameter of an operation. */
    public Identifier pathParameter(Operation operation, String wireName) {
        return services.pathParameter(operation, wireName);
    }
}
