package dev.parley.generator.naming;

import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Makes identifiers out of names of a document: the only way from untrusted text to a name in source. */
final class Identifiers {

    /** Longer names help nobody, and a class file allows 65,535 bytes only. */
    private static final int MAX_LENGTH = 120;

    /**
     * Types of {@code java.lang} that source refers to by their simple name, those that a reader would take for it, and
     * types that are nested in generated ones.
     */
    private static final Set<String> TAKEN_TYPES = Set.of(
            "AutoCloseable",
            "Boolean",
            "Builder",
            "Byte",
            "CharSequence",
            "Character",
            "Class",
            "Comparable",
            "Deprecated",
            "Double",
            "Enum",
            "Error",
            "Exception",
            "Float",
            "FunctionalInterface",
            "IllegalArgumentException",
            "IllegalStateException",
            "Integer",
            "Iterable",
            "Known",
            "Long",
            "Math",
            "Module",
            "Number",
            "Object",
            "Override",
            "Package",
            "Process",
            "Record",
            "Runnable",
            "Runtime",
            "RuntimeException",
            "SafeVarargs",
            "Short",
            "String",
            "StringBuilder",
            "SuppressWarnings",
            "System",
            "Thread",
            "Throwable",
            "Unknown",
            "Void");

    /** Words that the grammar reserves for some uses of a type name, JLS 3.9. */
    private static final Set<String> CONTEXTUAL = Set.of("permits", "record", "sealed", "var", "when", "yield");

    /** Methods of {@link Object} that no record component may be called, JLS 8.10.1, and methods that every record has. */
    private static final Set<String> TAKEN_MEMBERS = Set.of(
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait", //
            "additionalProperties",
            "builder",
            "fromJson",
            "toBuilder",
            "toJson",
            "toParam",
            "validate",
            "writeTo");

    private Identifiers() {}

    /** Returns the name of a type: as it stands in the document where that is one, else its words in camel case. */
    static Identifier type(String name) {
        boolean asItStands = isPlain(name) && Character.isUpperCase(name.charAt(0));
        String text = asItStands ? name : startingWithLetter(Words.upperCamel(Words.of(name)), "Type");
        return legal(TAKEN_TYPES.contains(text) ? text + "Object" : text, "Type");
    }

    /** Returns the name of a type in camel case throughout, for names made of several words. */
    static Identifier type(List<String> words) {
        return type(Words.upperCamel(words));
    }

    /** Returns the name of a record component, a builder method or a parameter. */
    static Identifier member(String name) {
        String text = startingWithLetter(Words.lowerCamel(Words.of(name)), "value");
        return legal(TAKEN_MEMBERS.contains(text) ? text + "Value" : text, "Value");
    }

    /** Returns the name of a method of a service or of the client. */
    static Identifier method(String name) {
        return member(name);
    }

    /** Returns the name of an enum constant. */
    static Identifier constant(String value) {
        String text = Words.upperSnake(Words.of(value));
        if (text.isEmpty()) {
            return legal(value.isEmpty() ? "EMPTY" : "SYMBOL", "");
        }
        return legal(Character.isDigit(text.charAt(0)) ? "VALUE_" + text : text, "_VALUE");
    }

    /** Returns a curated name, or {@code null} if it is no identifier. */
    static @org.jspecify.annotations.Nullable Identifier curated(String name) {
        return isPlain(name) && SourceVersion.isName(name) && !CONTEXTUAL.contains(name) ? new Identifier(name) : null;
    }

    /** Returns a name of a run before, or {@code null} if no run can have chosen it. */
    static @org.jspecify.annotations.Nullable Identifier locked(String name) {
        boolean plain = name.length() <= 2 * MAX_LENGTH && name.matches("[A-Za-z][A-Za-z0-9_]*");
        return plain && SourceVersion.isName(name) && !CONTEXTUAL.contains(name) ? new Identifier(name) : null;
    }

    /** Returns an identifier with {@code number} behind it, for a name that is taken. */
    static Identifier numbered(Identifier taken, int number) {
        char last = taken.text().charAt(taken.text().length() - 1);
        return new Identifier(taken.text() + (Character.isDigit(last) ? "_" : "") + number);
    }

    /** Returns an identifier with a suffix that is itself a plain word. */
    static Identifier suffixed(Identifier identifier, String suffix) {
        return new Identifier(identifier.text() + suffix);
    }

    /** Returns whether {@code name} is a package name of plain lower-case identifiers. */
    static boolean isPackage(String name) {
        return name.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*") && SourceVersion.isName(name);
    }

    /** Returns whether a type of this name would hide one that source refers to by its simple name. */
    static boolean isTakenType(Identifier name) {
        return TAKEN_TYPES.contains(name.text());
    }

    private static Identifier legal(String text, String suffix) {
        String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        boolean reserved = SourceVersion.isKeyword(cut) || CONTEXTUAL.contains(cut);
        return new Identifier(reserved ? cut + suffix : cut);
    }

    private static String startingWithLetter(String text, String prefix) {
        if (text.isEmpty()) {
            return prefix;
        }
        return Character.isDigit(text.charAt(0)) ? prefix + text : text;
    }

    private static boolean isPlain(String name) {
        return name.length() <= MAX_LENGTH && name.matches("[A-Za-z][A-Za-z0-9]*");
    }
}
