package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;

/** Reports what a document has beside schemas and calls, and what a client does not take from it. */
final class DocumentChecks {

    private final OpenAPI document;
    private final Diagnostics diagnostics;

    DocumentChecks(OpenAPI document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    void check(List<OperationSource> operations) {
        if (document.getWebhooks() != null) {
            document.getWebhooks()
                    .keySet()
                    .forEach(name -> diagnostics.note(
                            "webhook-ignored",
                            Pointers.below("/webhooks", name),
                            "A client does not receive webhooks",
                            "Refer to the webhook's schema from an operation if you want its type"));
        }
        operations.forEach(this::check);
        Map<String, SecurityScheme> schemes =
                document.getComponents() == null || document.getComponents().getSecuritySchemes() == null
                        ? Map.of()
                        : document.getComponents().getSecuritySchemes();
        schemes.forEach(this::check);
    }

    private void check(OperationSource operation) {
        if (operation.operation().getCallbacks() != null
                && !operation.operation().getCallbacks().isEmpty()) {
            diagnostics.note(
                    "callback-ignored",
                    Pointers.below(operation.pointer(), "callbacks"),
                    "A client does not receive callbacks",
                    "Refer to the callback's schema from an operation if you want its type");
        }
        boolean ownServers = Keywords.isFilled(operation.operation().getServers())
                || Keywords.isFilled(operation.pathItem().getServers());
        if (ownServers) {
            diagnostics.warning(
                    "servers-ignored",
                    operation.pointer(),
                    "The operation has a server of its own, but a client calls one server",
                    "Describe the operations of the other server in a document of their own");
        }
    }

    private void check(String name, SecurityScheme scheme) {
        boolean bearer = scheme.getType() == SecurityScheme.Type.HTTP && "bearer".equalsIgnoreCase(scheme.getScheme());
        if (!bearer && scheme.get$ref() == null) {
            diagnostics.warning(
                    "unsupported-security",
                    Pointers.below("/components/securitySchemes", name),
                    "The client sends its credential as a bearer token only",
                    "Set the header that the scheme needs when you build the client");
        }
    }
}
