package dev.parley.generator.naming;

import dev.parley.generator.diagnostic.Diagnostics;

/**
 * The packages of a client.
 *
 * @param base the client class
 * @param model records, unions, enums and requests, in one flat package: a union in an unnamed module may only permit
 *     types of its own package
 * @param service the services and pages
 * @param internal codecs and what stands behind the services; not exported
 */
public record Packages(String base, String model, String service, String internal) {

    static Packages below(String base, Diagnostics diagnostics) {
        if (!Identifiers.isPackage(base)) {
            diagnostics.error(
                    "illegal-package",
                    "",
                    "the base package is no package name of plain lower-case identifiers",
                    "choose one such as com.example.client");
            return below("client", diagnostics);
        }
        return new Packages(base, base + ".model", base + ".service", base + ".internal");
    }
}
