package dev.parley.generator.emit.template;

/** A template that cannot be rendered. The message says what is wrong with it. */
final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;

    TemplateException(String place, String message) {
        super(message);
        this.place = place;
    }

    /** Returns the template and, where it is known, the line: {@code service.mustache:12}. */
    String place() {
        return place;
    }
}
