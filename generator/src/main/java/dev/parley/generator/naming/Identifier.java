package dev.parley.generator.naming;

/** A legal Java identifier that is no keyword. Only {@link Identifiers} makes one, so a name in source is always safe. */
public final class Identifier {

    private final String text;

    Identifier(String text) {
        this.text = text;
    }

    /** Returns the identifier as it stands in source. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identifier that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
