package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.Operation;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;

/** Turns a document into the picture of an API; a table of contents of the passes, each a class of its own. */
public final class Resolver {

    private final OpenAPI document;
    private final Diagnostics diagnostics;
    private final References references;
    private final Shapes shapes;
    private final Drafts drafts = new Drafts();
    private final Types types;

    private Resolver(OpenAPI document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.references = new References(document, diagnostics);
        this.shapes = new Shapes(references, new FileSchemas(document, references).pointers(), diagnostics);
        this.types = new Types(shapes, drafts, diagnostics);
    }

    /**
     * Resolves a document.
     *
     * @param document as the parser gives it, with its references unresolved
     * @param diagnostics takes what is to be said about the document; after an error the picture is complete but not
     *     sound
     */
    public static ApiModel resolve(OpenAPI document, Diagnostics diagnostics) {
        return new Resolver(document, diagnostics).resolve();
    }

    private ApiModel resolve() {
        List<OperationSource> sources = new Paths(document, diagnostics).operations();
        ClientReader client = new ClientReader(document, diagnostics);
        Servers servers = new Servers(document, diagnostics);
        SecuritySchemes security = new SecuritySchemes(document, sources, client.credentialNames(), diagnostics);
        ServiceTree services = services(sources, new Access(servers, security), client.usesBrackets());
        new PayloadModels(document, shapes, types, diagnostics).reach(sources, references.componentNames());
        types.draftAll();
        drafts.arrange(references.componentNames());
        new Directions(drafts, diagnostics).settle(services.services());

        Placements placements = new Placements(drafts);
        placements.settle(references.inward());
        Memberships memberships = new Memberships(drafts.unions());
        new CyclicInheritance(drafts, memberships, placements, diagnostics).resolve();

        UnionDecisions decisions = new UnionDecisions(drafts, diagnostics);
        ParamMembers params = new ParamMembers(drafts, decisions, diagnostics);
        List<Declaration> declarations = new Assembly(drafts, memberships, decisions, params).declarations();
        new ClassFileLimits(diagnostics).check(declarations, services.services());
        return new ApiModel(
                client.read(security, servers),
                declarations,
                services.services(),
                new Checked(declarations).validation(services.services()));
    }

    /** Reads the operations; what they refer to is all that becomes a declaration. */
    private ServiceTree services(List<OperationSource> sources, Access access, boolean brackets) {
        ResourceNames names = new ResourceNames(sources, diagnostics);
        Parameters parameters = new Parameters(
                new ParameterSources(document, diagnostics),
                new ParameterChecks(diagnostics),
                new ParameterStyles(shapes, brackets, diagnostics),
                types);
        Operations operations = new Operations(
                names,
                access,
                parameters,
                new Bodies(document, shapes, diagnostics),
                new Answers(document, shapes, diagnostics),
                new Lists(shapes, types),
                new Streams(shapes, types, diagnostics),
                shapes,
                types,
                drafts);
        ServiceTree services = new ServiceTree(document);
        for (OperationSource source : sources) {
            List<String> resource = names.resource(source);
            for (Operation form : operations.read(source, resource)) {
                services.add(resource, form, source);
            }
        }
        return services;
    }
}
