package dev.parley.generator.naming;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.words.Inflection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names inside records, requests and enums: components, adders and constants. */
final class MemberNames {

    private record Key(DeclarationId owner, String wireName) {}

    private final Map<Key, Identifier> members = new LinkedHashMap<>();
    private final Map<Key, Identifier> adders = new LinkedHashMap<>();
    private final Map<Key, Identifier> flags = new HashMap<>();
    private final Map<Key, Identifier> constants = new HashMap<>();
    private final Map<Key, Identifier> stringSetters = new LinkedHashMap<>();
    private final Map<DeclarationId, Declaration> declarations;
    private final NameChooser chooser;
    private final PackageRoots roots;
    private final NameLedger ledger;
    private final DeclarationKeys keys;

    private MemberNames(
            Map<DeclarationId, Declaration> declarations,
            PackageRoots roots,
            NameLedger ledger,
            DeclarationKeys keys,
            Diagnostics diagnostics) {
        this.declarations = declarations;
        this.roots = roots;
        this.ledger = ledger;
        this.keys = keys;
        this.chooser = new NameChooser(diagnostics);
    }

    static MemberNames of(
            ApiModel model, PackageRoots roots, NameLedger ledger, DeclarationKeys keys, Diagnostics diagnostics) {
        MemberNames names = new MemberNames(model.byId(), roots, ledger, keys, diagnostics);
        // Records first: what the builder of a body has is taken in its request.
        for (Declaration declaration : model.declarations()) {
            if (declaration instanceof RecordDeclaration record) {
                names.nameMembers(record);
            } else if (declaration instanceof EnumDeclaration open) {
                names.nameConstants(open);
            }
        }
        for (Declaration declaration : model.declarations()) {
            if (declaration instanceof RequestDeclaration request) {
                names.nameParameters(request);
            }
        }
        return names;
    }

    Identifier member(DeclarationId owner, String wireName) {
        return known(members, new Key(owner, wireName));
    }

    Identifier parameter(DeclarationId request, Parameter parameter) {
        return member(request, key(parameter));
    }

    Identifier adder(DeclarationId request, Parameter parameter) {
        return adder(request, key(parameter));
    }

    /** A query parameter and a header may have the same name. */
    private static String key(Parameter parameter) {
        return parameter.location() + " " + parameter.wireName();
    }

    Identifier adder(DeclarationId owner, String wireName) {
        return known(adders, new Key(owner, wireName));
    }

    Identifier flag(DeclarationId owner, String wireName) {
        return known(flags, new Key(owner, wireName));
    }

    Identifier constant(DeclarationId id, String wireValue) {
        return known(constants, new Key(id, wireValue));
    }

    @Nullable
    Identifier stringSetter(DeclarationId owner, String wireName) {
        return stringSetters.get(new Key(owner, wireName));
    }

    private static Identifier known(Map<Key, Identifier> names, Key key) {
        Identifier name = names.get(key);
        if (name == null) {
            throw new IllegalStateException("no name was decided for " + key.wireName() + " of "
                    + key.owner().pointer());
        }
        return name;
    }

    private void nameMembers(RecordDeclaration record) {
        Scope scope = scope(record.id(), record.members().stream().map(Member::wireName));
        for (Member member : curatedFirst(record.members())) {
            name(record.id(), member.wireName(), member.name(), scope);
        }
        Scope methods = methodsOf(
                record.id(), record.members().stream().map(Member::wireName).toList());
        for (Member.Property property : record.properties()) {
            if (property.type() instanceof TypeRef.ListOf) {
                nameAdder(record.id(), property.wireName(), methods);
            }
            NameHint stringSetter = property.stringSetter();
            if (stringSetter != null) {
                stringSetters.put(
                        new Key(record.id(), property.wireName()),
                        chooser.choose(
                                stringSetter,
                                Identifiers::member,
                                methods,
                                property.wireName(),
                                record.id().pointer()));
            }
            if (property.presence() == Presence.REQUIRED_NULLABLE) {
                Identifier member = member(record.id(), property.wireName());
                flags.put(new Key(record.id(), property.wireName()), scope.take(Identifiers.suffixed(member, "Set")));
            }
        }
    }

    private static List<Member> curatedFirst(List<Member> declared) {
        List<Member> ordered = new ArrayList<>(
                declared.stream().filter(m -> m.name().curated()).toList());
        declared.stream().filter(m -> !m.name().curated()).forEach(ordered::add);
        return ordered;
    }

    /** A request has its parameters and, beside them, what the builder of its body has. */
    private void nameParameters(RequestDeclaration request) {
        Scope scope = scope(request.id(), request.parameters().stream().map(MemberNames::key));
        scope.reserve("body");
        if (request.body() != null
                && request.body().type() instanceof TypeRef.Declared body
                && declarations.get(body.id()) instanceof RecordDeclaration record) {
            record.members().forEach(member -> reserveAll(new Key(record.id(), member.wireName()), scope));
        }
        for (Parameter parameter : request.parameters()) {
            name(request.id(), key(parameter), parameter.name(), scope);
        }
        // What the builder of the body has is in the scope already.
        Scope methods = scope;
        for (Parameter parameter : request.parameters()) {
            if (parameter.type() instanceof TypeRef.ListOf) {
                nameAdder(request.id(), key(parameter), methods);
            }
        }
    }

    private void reserveAll(Key key, Scope scope) {
        Stream.of(members, adders, stringSetters)
                .map(names -> names.get(key))
                .filter(Objects::nonNull)
                .forEach(name -> scope.reserve(name.text()));
    }

    private void name(DeclarationId owner, String wireName, NameHint hint, Scope scope) {
        members.put(
                new Key(owner, wireName), chooser.choose(hint, Identifiers::member, scope, wireName, owner.pointer()));
    }

    private Scope scope(DeclarationId owner, Stream<String> askers) {
        return ledger.open(keys.of(owner), askers.collect(Collectors.toSet()), Scope.ofMembers())
                .reserving(roots.takenIn(owner));
    }

    private Scope methodsOf(DeclarationId owner, List<String> wireNames) {
        Scope methods = Scope.ofMembers();
        wireNames.forEach(wireName -> methods.reserve(member(owner, wireName).text()));
        return methods;
    }

    private void nameAdder(DeclarationId owner, String wireName, Scope methods) {
        String words = String.join(" ", Words.of(member(owner, wireName).text()));
        adders.put(new Key(owner, wireName), methods.take(Identifiers.member("add " + Inflection.singular(words))));
    }

    private void nameConstants(EnumDeclaration open) {
        Scope scope = scope(open.id(), open.values().stream().map(EnumDeclaration.EnumValue::wireValue));
        scope.reserve("BY_VALUE");
        for (EnumDeclaration.EnumValue value : open.values()) {
            constants.put(
                    new Key(open.id(), value.wireValue()),
                    chooser.choose(
                            value.name(),
                            Identifiers::constant,
                            scope,
                            value.wireValue(),
                            open.id().pointer()));
        }
    }
}
