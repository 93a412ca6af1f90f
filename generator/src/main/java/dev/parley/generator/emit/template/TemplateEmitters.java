package dev.parley.generator.emit.template;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.emit.HeaderComment;
import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.emit.layout.SourceLayout;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.Service;
import dev.parley.generator.naming.JavaName;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.naming.Packages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Renders every file that comes from a template. */
public final class TemplateEmitters {

    private final ApiModel model;
    private final NameTable names;
    private final TemplateSource templates;
    private final Diagnostics diagnostics;
    private final MustacheRenderer renderer;
    private final List<SourceFile> files = new ArrayList<>();

    private TemplateEmitters(ApiModel model, NameTable names, TemplateSource templates, Diagnostics diagnostics) {
        this.model = model;
        this.names = names;
        this.templates = templates;
        this.diagnostics = diagnostics;
        this.renderer = new MustacheRenderer(templates);
    }

    /** Returns the types, by their name inside the package of the models, that there is a mixin template for. */
    public static Set<String> mixins(ApiModel model, NameTable names, TemplateSource templates) {
        Set<String> mixins = new LinkedHashSet<>();
        for (Declaration declaration : model.declarations()) {
            String type = names.type(declaration.id()).nestedName();
            if (takesMixin(declaration) && templates.text(template(type)) != null) {
                mixins.add(type);
            }
        }
        return mixins;
    }

    /**
     * Renders the clients, the services, calls and pages, the package and module descriptions, and the mixins.
     *
     * @param documentName the file name of the document, for the header of each file
     * @param mixins what {@link #mixins} returns for these templates
     * @param diagnostics takes an error for each template that cannot be rendered
     */
    public static List<SourceFile> emit(
            ApiModel model,
            NameTable names,
            String documentName,
            TemplateSource templates,
            Set<String> mixins,
            Diagnostics diagnostics) {
        TemplateEmitters emitters = new TemplateEmitters(model, names, templates, diagnostics);
        String source = HeaderComment.plain(documentName);
        emitters.emitClients(source);
        emitters.emitServices(source);
        emitters.emitPackages(source);
        emitters.emitMixins(mixins);
        return List.copyOf(emitters.files);
    }

    private static boolean takesMixin(Declaration declaration) {
        return declaration.placement() instanceof Placement.TopLevel
                && !(declaration instanceof EnumDeclaration)
                && !(declaration instanceof RequestDeclaration);
    }

    private static String template(String type) {
        return "mixins/" + type + ".mustache";
    }

    private void emitClients(String source) {
        ClientViews clients = new ClientViews(model, names, source);
        render("client.mustache", names.client(), clients.client());
        render("async-client.mustache", names.asyncClient(), clients.asyncClient());
        render("client-calls.mustache", names.clientCalls(), clients.calls());
    }

    private void emitServices(String source) {
        ServiceViews services = new ServiceViews(model, names, source);
        HttpServiceViews https = new HttpServiceViews(model, names, source);
        CallsViews calls = new CallsViews(model, names, source);
        PageViews pages = new PageViews(names, model.byId(), source);
        for (Service service : model.services()) {
            List<String> resource = service.resource();
            render("calls.mustache", names.calls(resource), calls.of(service));
            render("service.mustache", names.service(resource), services.blocking(service));
            render("http-service.mustache", names.httpService(resource), https.blocking(service));
            render("async-service.mustache", names.asyncService(resource), services.async(service));
            render("http-async-service.mustache", names.httpAsyncService(resource), https.async(service));
            for (Operation operation : service.operations()) {
                emitPages(pages, service, operation);
            }
        }
    }

    private void emitPages(PageViews pages, Service service, Operation operation) {
        Operation.Paging paging = operation.paging();
        if (paging != null) {
            render("page.mustache", names.page(operation), pages.blocking(service, operation, paging));
            render("async-page.mustache", names.asyncPage(operation), pages.async(service, operation, paging));
        }
    }

    private void emitPackages(String source) {
        Packages packages = names.packages();
        packageInfo(source, packages.base(), "The client: start at its one class.");
        packageInfo(source, packages.model(), "The types of the API: immutable records, sealed unions and open enums.");
        packageInfo(source, packages.service(), "The operations of the API, a service for each resource.");
        packageInfo(
                source, packages.internal(), "What stands behind the services and types. Not for use by applications.");
        ModuleView module = new ModuleView(
                source,
                packages.base(),
                "The module of {@code " + names.client().simpleName() + "}, its services and its types.",
                exported(packages));
        render("module-info.mustache", "module-info.java", module);
    }

    /** A package without types cannot be exported. */
    private List<String> exported(Packages packages) {
        List<String> exported = new ArrayList<>(List.of(packages.base()));
        if (!model.declarations().isEmpty()) {
            exported.add(packages.model());
        }
        if (!model.services().isEmpty()) {
            exported.add(packages.service());
        }
        return exported;
    }

    private void packageInfo(String source, String packageName, String doc) {
        render(
                "package-info.mustache",
                packageName.replace('.', '/') + "/package-info.java",
                new PackageView(source, packageName, doc));
    }

    private void emitMixins(Set<String> mixins) {
        for (String own : templates.ownMixins()) {
            if (!mixins.contains(own)) {
                diagnostics.warning(
                        "mixin-without-type",
                        template(own),
                        "the client has no record or union of this name in a file of its own, so nothing implements the mixin",
                        "name the template after the type as it is called in Java");
            }
        }
        for (String type : mixins) {
            MixinView view =
                    new MixinView(names.packages().model(), type, type + "Mixin", templates.place(template(type)));
            String path = view.packageName().replace('.', '/') + "/" + view.mixin() + ".java";
            // The text of a mixin is its author's, line breaks included.
            rendered(template(type), view).ifPresent(text -> files.add(new SourceFile(path, text)));
        }
    }

    private void render(String template, JavaName type, Object view) {
        render(template, type.qualifiedName().replace('.', '/') + ".java", view);
    }

    private void render(String template, String path, Object view) {
        rendered(template, view).ifPresent(text -> files.add(new SourceFile(path, SourceLayout.of(text))));
    }

    private Optional<String> rendered(String template, Object view) {
        try {
            return Optional.of(renderer.render(template, view));
        } catch (TemplateException failure) {
            diagnostics.error(
                    "template",
                    failure.place(),
                    String.valueOf(failure.getMessage()),
                    "correct the template; templates/README.md says what each member is");
            return Optional.empty();
        }
    }
}
