package dev.parley.generator.emit.template;

/** A template that cannot be rendered. The message names the template and what is wrong with it. */
final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
        super(message);
    }
}
