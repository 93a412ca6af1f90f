package dev.parley.conformance;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public API of a set of classes, one signature a line, sorted: types with their record components, permitted
 * subclasses, enum constants, fields, constructors and methods. What the language adds to every record and enum is left
 * out.
 */
final class ApiListing {

    private static final Set<String> OF_EVERY_RECORD = Set.of("equals", "hashCode", "toString");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

    private final ApiNames names;

    ApiListing(ApiNames names) {
        this.names = names;
    }

    List<String> of(Collection<Class<?>> classes) {
        return new ArrayList<>(classes.stream()
                .filter(ApiListing::isVisible)
                .flatMap(this::lines)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Stream<String> lines(Class<?> type) {
        String owner = names.of(type);
        Stream<String> members = Stream.of(
                        permitted(type),
                        Arrays.stream(type.getDeclaredFields())
                                .filter(field -> isPublished(field.getModifiers()))
                                .map(this::field),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(constructor -> isPublished(constructor.getModifiers()))
                                .map(this::constructor),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> isPublished(method.getModifiers()) && !isImplied(type, method))
                                .map(this::method))
                .flatMap(lines -> lines);
        return Stream.concat(Stream.of(owner + " : " + header(type)), members.map(line -> owner + " " + line));
    }

    private String header(Class<?> type) {
        String kind = deprecated(type.isAnnotationPresent(Deprecated.class)) + modifiers(type) + kind(type);
        String components = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(this::component)
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
        List<String> parents = new ArrayList<>();
        if (type.getAnnotatedSuperclass() != null && !isImpliedParent(type.getSuperclass())) {
            parents.add(names.of(type.getAnnotatedSuperclass()));
        }
        Arrays.stream(type.getAnnotatedInterfaces()).map(names::of).sorted().forEach(parents::add);
        return kind + components + (parents.isEmpty() ? "" : " : " + String.join(", ", parents));
    }

    private Stream<String> permitted(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).map(each -> "permits " + names.of(each))
                : Stream.of();
    }

    private String component(RecordComponent component) {
        return names.of(component.getAnnotatedType()) + " " + component.getName();
    }

    private String field(Field field) {
        String name = deprecated(field.isAnnotationPresent(Deprecated.class)) + field.getName();
        return field.isEnumConstant()
                ? "constant " + name
                : "field " + modifiers(field.getModifiers()) + name + " : " + names.of(field.getAnnotatedType());
    }

    private String constructor(Constructor<?> constructor) {
        return "new" + signature(constructor, parameterTypes(constructor), "");
    }

    private String method(Method method) {
        return names.variables(method) + method.getName()
                + signature(method, method.getAnnotatedParameterTypes(), modifiers(method.getModifiers())) + " : "
                + names.of(method.getAnnotatedReturnType());
    }

    /** Of the constructor that every record has, the types of the components: its own lose generics on some JDKs. */
    private static AnnotatedType[] parameterTypes(Constructor<?> constructor) {
        Class<?> type = constructor.getDeclaringClass();
        if (type.isRecord()) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] raw =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            if (Arrays.equals(raw, constructor.getParameterTypes())) {
                return Arrays.stream(components)
                        .map(RecordComponent::getAnnotatedType)
                        .toArray(AnnotatedType[]::new);
            }
        }
        return constructor.getAnnotatedParameterTypes();
    }

    private String signature(Executable executable, AnnotatedType[] types, String modifiers) {
        String parameters = Arrays.stream(types).map(names::of).collect(Collectors.joining(", ", "(", ")"));
        String protection = Modifier.isProtected(executable.getModifiers()) ? "protected " : "";
        String marks = deprecated(executable.isAnnotationPresent(Deprecated.class)) + protection + modifiers;
        return parameters + (marks.isEmpty() ? "" : " " + marks.strip());
    }

    private static String modifiers(int modifiers) {
        return (Modifier.isStatic(modifiers) ? "static " : "") + (Modifier.isAbstract(modifiers) ? "abstract " : "");
    }

    private static String modifiers(Class<?> type) {
        int modifiers = type.getModifiers();
        boolean isClass = !type.isInterface() && !type.isRecord() && !type.isEnum();
        return (type.isSealed() ? "sealed " : "")
                + (isClass && Modifier.isFinal(modifiers) ? "final " : "")
                + (isClass && Modifier.isAbstract(modifiers) ? "abstract " : "");
    }

    private static String kind(Class<?> type) {
        if (type.isRecord()) {
            return "record";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isInterface() ? "interface" : "class";
    }

    private static String deprecated(boolean deprecated) {
        return deprecated ? "deprecated " : "";
    }

    private static boolean isImpliedParent(Class<?> parent) {
        return parent == Object.class || parent == Record.class || parent == Enum.class;
    }

    /** Whether a method is no news: made by the compiler, or there in every record or enum. */
    private static boolean isImplied(Class<?> type, Method method) {
        return method.isSynthetic()
                || type.isRecord() && OF_EVERY_RECORD.contains(method.getName())
                || type.isEnum() && OF_EVERY_ENUM.contains(method.getName());
    }

    private static boolean isPublished(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** Whether a class and all around it can be named from outside. */
    private static boolean isVisible(Class<?> type) {
        return isPublished(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }
}
