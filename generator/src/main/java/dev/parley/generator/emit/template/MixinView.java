package dev.parley.generator.emit.template;

/**
 * What a template below {@code mixins/} reads.
 *
 * @param packageName the package of the models
 * @param type the type that implements the mixin
 * @param mixin the name of the interface to declare
 * @param template the path of the template
 */
record MixinView(String packageName, String type, String mixin, String template) {}
