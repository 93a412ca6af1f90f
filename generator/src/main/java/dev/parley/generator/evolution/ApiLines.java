package dev.parley.generator.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Writes the signatures of visible types, a line each, as {@code api.txt} has them. */
final class ApiLines {

    private static final Set<String> OF_EVERY_RECORD = Set.of("equals", "hashCode", "toString");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");
    private static final Set<String> IMPLIED_PARENTS = Set.of("Object", "Record");

    private final TypeNotation types;
    private final Elements elements;
    private final Set<String> lines = new TreeSet<>();

    ApiLines(TypeNotation types, Elements elements) {
        this.types = types;
        this.elements = elements;
    }

    /** Returns the lines of all types so far, sorted. */
    List<String> all() {
        return new ArrayList<>(lines);
    }

    /** Adds a type, unless it is hidden, and the visible ones nested in it. */
    void add(TypeElement type) {
        if (!isPublished(type)) {
            return;
        }
        String owner = types.of(type);
        lines.add(owner + " : " + header(type));
        members(type).forEach(member -> lines.add(owner + " " + member));
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::add);
    }

    private Stream<String> members(TypeElement type) {
        List<? extends Element> enclosed = type.getEnclosedElements();
        return Stream.of(
                        type.getPermittedSubclasses().stream().map(each -> "permits " + types.of(each)),
                        ElementFilter.fieldsIn(enclosed).stream()
                                .filter(ApiLines::isPublished)
                                .map(this::field),
                        ElementFilter.constructorsIn(enclosed).stream()
                                .filter(ApiLines::isPublished)
                                .map(constructor -> "new" + signature(constructor, "")),
                        ElementFilter.methodsIn(enclosed).stream()
                                .filter(method -> isPublished(method) && !isImplied(type, method))
                                .map(this::method))
                .flatMap(each -> each);
    }

    private String header(TypeElement type) {
        String components = type.getKind() == ElementKind.RECORD
                ? type.getRecordComponents().stream().map(this::component).collect(Collectors.joining(", ", "(", ")"))
                : "";
        List<String> parents = new ArrayList<>();
        String parent = types.of(type.getSuperclass());
        if (!IMPLIED_PARENTS.contains(parent) && type.getKind() == ElementKind.CLASS) {
            parents.add(parent);
        }
        type.getInterfaces().stream().map(types::of).sorted().forEach(parents::add);
        return deprecated(type)
                + modifiers(type)
                + kind(type)
                + components
                + (parents.isEmpty() ? "" : " : " + String.join(", ", parents));
    }

    private String component(RecordComponentElement component) {
        return types.of(component.asType()) + " " + component.getSimpleName();
    }

    private String field(VariableElement field) {
        String name = deprecated(field) + field.getSimpleName();
        return field.getKind() == ElementKind.ENUM_CONSTANT
                ? "constant " + name
                : "field " + memberModifiers(field) + name + " : " + types.of(field.asType());
    }

    private String method(ExecutableElement method) {
        return types.variables(method.getTypeParameters())
                + method.getSimpleName()
                + signature(method, memberModifiers(method))
                + " : "
                + types.of(method.getReturnType());
    }

    private String signature(ExecutableElement executable, String modifiers) {
        String parameters = executable.getParameters().stream()
                .map(VariableElement::asType)
                .map((TypeMirror type) -> types.of(type))
                .collect(Collectors.joining(", ", "(", ")"));
        String protection = executable.getModifiers().contains(Modifier.PROTECTED) ? "protected " : "";
        String marks = deprecated(executable) + protection + modifiers;
        return parameters + (marks.isEmpty() ? "" : " " + marks.strip());
    }

    private static String memberModifiers(Element member) {
        return (member.getModifiers().contains(Modifier.STATIC) ? "static " : "")
                + (member.getModifiers().contains(Modifier.ABSTRACT) ? "abstract " : "");
    }

    private static String modifiers(TypeElement type) {
        boolean isClass = type.getKind() == ElementKind.CLASS;
        return (type.getModifiers().contains(Modifier.SEALED) ? "sealed " : "")
                + (isClass && type.getModifiers().contains(Modifier.FINAL) ? "final " : "")
                + (isClass && type.getModifiers().contains(Modifier.ABSTRACT) ? "abstract " : "");
    }

    private static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case RECORD -> "record";
            case ENUM -> "enum";
            case CLASS -> "class";
            default -> "interface";
        };
    }

    private String deprecated(Element element) {
        return elements.isDeprecated(element) ? "deprecated " : "";
    }

    private static boolean isImplied(TypeElement type, ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return type.getKind() == ElementKind.RECORD && OF_EVERY_RECORD.contains(name)
                || type.getKind() == ElementKind.ENUM && OF_EVERY_ENUM.contains(name);
    }

    private static boolean isPublished(Element element) {
        return element.getModifiers().contains(Modifier.PUBLIC)
                || element.getModifiers().contains(Modifier.PROTECTED);
    }
}
