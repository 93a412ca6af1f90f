package dev.parley.generator.emit.template;

/**
 * What {@code package-info.mustache} reads.
 *
 * @param source what the file was rendered from, for its header
 * @param packageName the package
 * @param doc one line of Javadoc
 */
record PackageView(String source, String packageName, String doc) {}
