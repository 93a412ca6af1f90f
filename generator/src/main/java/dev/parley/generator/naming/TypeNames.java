package dev.parley.generator.naming;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.model.Variant;
import dev.parley.generator.words.Inflection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of types: top-level ones in one flat package, inline ones inside their owner, and the codecs and constraints of both. */
final class TypeNames {

    private static final String PROPERTIES = "/properties/";

    /** What is left of 255 characters for a file behind {@code $Builder} and {@code .class}. */
    private static final int MAX_LENGTH = 240;

    /** Types that generated ones have inside: no other may differ from them in case alone, as it would share their file. */
    private static final List<String> NESTED = List.of("Builder", "Known", "Unknown");

    private final Map<DeclarationId, JavaName> types = new HashMap<>();
    private final Map<DeclarationId, List<JavaName>> wrappers = new HashMap<>();
    private final Map<DeclarationId, JavaName> codecs = new HashMap<>();
    private final Map<DeclarationId, JavaName> constraints = new HashMap<>();

    private final Map<JavaName, Scope> nestedScopes = new HashMap<>();
    private final Scope topLevel;
    private final Scope internalScope = Scope.ofTypes();
    private final Map<DeclarationId, Declaration> declarations;
    private final Diagnostics diagnostics;
    private final NameChooser chooser;
    private final Packages packages;
    private final NameLedger ledger;
    private final DeclarationKeys keys;

    private TypeNames(
            Map<DeclarationId, Declaration> declarations,
            Packages packages,
            NameLedger ledger,
            DeclarationKeys keys,
            Diagnostics diagnostics) {
        this.declarations = declarations;
        this.ledger = ledger;
        this.keys = keys;
        this.topLevel = ledger.open(NameLock.TYPES, keys.living(), Scope.ofTypes());
        this.packages = packages;
        this.diagnostics = diagnostics;
        this.chooser = new NameChooser(diagnostics);
    }

    static TypeNames of(
            ApiModel model, Packages packages, NameLedger ledger, DeclarationKeys keys, Diagnostics diagnostics) {
        TypeNames names = new TypeNames(model.byId(), packages, ledger, keys, diagnostics);
        // Names that people chose come first, then names that stand in the document, then names that were made up.
        model.declarations().stream().filter(TypeNames::isCurated).forEach(names::nameTopLevel);
        model.declarations().stream().filter(TypeNames::isComponent).forEach(names::nameTopLevel);
        model.declarations().stream().filter(TypeNames::isTopLevel).forEach(names::nameTopLevel);
        model.declarations().forEach(names::nameNested);
        model.declarations().stream()
                .map(Declaration::id)
                .filter(model.validation().checked()::contains)
                .forEach(id -> names.constraints.put(id, names.internalName(names.type(id), "Constraints")));
        return names;
    }

    JavaName type(DeclarationId id) {
        return known(types.get(id), id);
    }

    JavaName wrapper(DeclarationId union, int variant) {
        return known(wrappers.get(union), union).get(variant);
    }

    JavaName codec(DeclarationId id) {
        return known(codecs.get(id), id);
    }

    JavaName constraints(DeclarationId id) {
        return known(constraints.get(id), id);
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T name, DeclarationId id) {
        if (name == null) {
            throw new IllegalStateException("no name was decided for " + id.pointer());
        }
        return name;
    }

    private static boolean isTopLevel(Declaration declaration) {
        return declaration.placement() instanceof Placement.TopLevel;
    }

    private static boolean isCurated(Declaration declaration) {
        return isTopLevel(declaration) && declaration.name().curated();
    }

    private static boolean isComponent(Declaration declaration) {
        String pointer = declaration.id().pointer();
        return isTopLevel(declaration) && pointer.lastIndexOf('/') == "/components/schemas".length();
    }

    private void nameTopLevel(Declaration declaration) {
        if (!types.containsKey(declaration.id())) {
            Identifier name = chooser.choose(
                    declaration.name(),
                    Identifiers::type,
                    topLevel,
                    keys.of(declaration.id()),
                    declaration.id().pointer());
            types.put(declaration.id(), JavaName.topLevel(packages.model(), name));
        }
    }

    private void nameNested(Declaration declaration) {
        DeclarationId id = declaration.id();
        if (!types.containsKey(id)) {
            JavaName owner = owner(declaration.placement());
            Identifier name = chooser.choose(
                    declaration.name(), hint -> nestedName(hint, id, owner), scopeOf(owner), keys.of(id), id.pointer());
            types.put(id, checked(owner.nested(name), id));
        }
        if (declaration instanceof UnionDeclaration union) {
            reserveVariants(union, scopeOf(type(id)), new HashSet<>());
            nameWrappers(union);
        }
        if (!(declaration instanceof EnumDeclaration) && !(declaration instanceof RequestDeclaration)) {
            codecs.put(id, internalName(type(id), "Codec"));
        }
    }

    private JavaName owner(Placement placement) {
        if (placement instanceof Placement.NestedInWrapper nested) {
            return wrapper(nested.union(), nested.variant());
        }
        return type(((Placement.NestedIn) placement).owner());
    }

    private JavaName checked(JavaName name, DeclarationId id) {
        if (name.nestedName().length() > MAX_LENGTH) {
            diagnostics.error(
                    "name-too-long",
                    id.pointer(),
                    "the types around this one and itself have "
                            + name.nestedName().length()
                            + " characters in their names, and file systems allow class files " + MAX_LENGTH,
                    "shorten one with x-java-name, or move the schema to components");
        }
        return name;
    }

    /** A list of lists is {@code Items} of {@code InnerItems}. */
    private static Identifier wrapperName(String hint, JavaName owner) {
        Identifier name = Identifiers.type(hint);
        return owner.path().contains(name) ? Identifiers.type("inner " + hint) : name;
    }

    /** An array's element is named in the singular: {@code tools} holds a {@code Tool}. */
    private static Identifier nestedName(String hint, DeclarationId id, JavaName owner) {
        Identifier name = Identifiers.type(Words.of(isElement(id.pointer()) ? Inflection.singular(hint) : hint));
        return owner.path().contains(name) ? Identifiers.suffixed(name, "Value") : name;
    }

    private static boolean isElement(String pointer) {
        int property = pointer.lastIndexOf(PROPERTIES);
        int behindName = property < 0 ? 0 : pointer.indexOf('/', property + PROPERTIES.length());
        String rest = behindName < 0 ? "" : pointer.substring(behindName);
        return rest.contains("/items") || rest.contains("/additionalProperties");
    }

    /** A variant inherits what is nested in the union, which would hide the variant's own name from its body. */
    private void reserveVariants(UnionDeclaration union, Scope scope, Set<DeclarationId> seen) {
        for (Variant variant : union.variants()) {
            if (variant instanceof Variant.Record record) {
                reserveTopLevel(record.id(), scope);
            } else if (variant instanceof Variant.Union inner && seen.add(inner.id())) {
                reserveTopLevel(inner.id(), scope);
                reserveVariants((UnionDeclaration) declarations.get(inner.id()), scope, seen);
            }
        }
    }

    private void reserveTopLevel(DeclarationId variant, Scope scope) {
        if (isTopLevel(declarations.get(variant))) {
            scope.reserve(type(variant).simpleName().text());
        }
    }

    private void nameWrappers(UnionDeclaration union) {
        JavaName owner = type(union.id());
        List<JavaName> names = new java.util.ArrayList<>();
        for (Variant variant : union.variants()) {
            if (variant instanceof Variant.Wrapper wrapper) {
                Identifier name = chooser.choose(
                        wrapper.name(),
                        hint -> wrapperName(hint, owner),
                        scopeOf(owner),
                        keys.wrapper(union.id(), wrapper),
                        union.id().pointer());
                names.add(checked(owner.nested(name), union.id()));
            } else {
                names.add(owner);
            }
        }
        wrappers.put(union.id(), names);
    }

    private Scope scopeOf(JavaName owner) {
        return nestedScopes.computeIfAbsent(owner, name -> {
            Scope scope = ledger.open(NameLock.TYPES, name.nestedName(), keys.living(), Scope.ofTypes());
            name.path().forEach(enclosing -> scope.reserve(enclosing.text()));
            return scope.reserving(NESTED);
        });
    }

    private JavaName internalName(JavaName type, String suffix) {
        String flat = Stream.concat(type.path().stream().map(Identifier::text), Stream.of(suffix))
                .collect(Collectors.joining());
        return JavaName.topLevel(packages.internal(), internalScope.take(Identifiers.type(flat)));
    }
}
