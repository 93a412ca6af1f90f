package dev.parley.generator.resolve;

import dev.parley.generator.model.Operation;

/** Reads where an operation is called, and as whom. */
final class Access {

    private final Servers servers;
    private final SecuritySchemes security;

    Access(Servers servers, SecuritySchemes security) {
        this.servers = servers;
        this.security = security;
    }

    Operation.Access of(OperationSource source) {
        return new Operation.Access(servers.of(source), security.of(source));
    }
}
