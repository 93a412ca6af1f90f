package dev.parley.generator.emit.template;

import java.util.List;

/**
 * What {@code module-info.mustache} reads.
 *
 * @param source what the file was rendered from, for its header
 * @param module the name of the module, which is the base package
 * @param doc one line of Javadoc
 * @param exported the packages that users see
 */
record ModuleView(String source, String module, String doc, List<String> exported) {}
