package dev.parley.generator.resolve;

import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.TypeRef.FreeForm;
import dev.parley.generator.model.TypeRef.Scalar;
import dev.parley.generator.model.Variant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows whether every value of one type can be read as another, and nothing of it is lost. */
final class Holding {

    private final Drafts drafts;

    Holding(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * Returns whether {@code one} can be read from every value of {@code other}.
     *
     * @param kinds the kinds of members of the values
     */
    boolean holds(Candidate one, Candidate other, Map<String, JsonKind> kinds) {
        if (one.record() != null && other.record() != null) {
            return holds(one.record(), other.record(), kinds, new HashSet<>());
        }
        return one.variant() instanceof Variant.Wrapper value
                && (other.variant() instanceof Variant.Wrapper otherValue
                        ? holds(value.value(), otherValue.value(), new HashSet<>())
                        : value.value() == FreeForm.OBJECT);
    }

    private boolean holds(Draft.OfRecord one, Draft.OfRecord other, Map<String, JsonKind> kinds, Set<Pair> asked) {
        if (one.id().equals(other.id()) || !asked.add(new Pair(one.id(), other.id()))) {
            return true;
        }
        Map<String, Member> others =
                other.members().stream().collect(Collectors.toMap(Member::wireName, Function.identity(), (a, b) -> a));
        for (Member member : one.members()) {
            Member match = others.get(member.wireName());
            if (match == null ? member.required() : !holds(member, match, kinds.get(member.wireName()), asked)) {
                return false;
            }
        }
        return true;
    }

    /** A constant and a value that is preset hold one value; others are told apart by more than this. */
    private boolean holds(Member one, Member other, @Nullable JsonKind kind, Set<Pair> asked) {
        if (one instanceof Member.Property property && other instanceof Member.Property match) {
            boolean presence = switch (property.presence()) {
                case REQUIRED -> match.presence() == Presence.REQUIRED;
                case REQUIRED_NULLABLE -> match.presence() != Presence.OPTIONAL;
                case OPTIONAL -> true;
            };
            return presence
                    && (property.preset() == null || property.preset().equals(match.preset()))
                    && holds(of(property.type(), kind), of(match.type(), kind), asked);
        }
        if (one instanceof Member.Property property && other instanceof Member.Constant constant) {
            return property.preset() == null
                    ? holds(of(property.type(), kind), constant.value().type(), asked)
                    : property.preset().equals(constant.value());
        }
        return one instanceof Member.Constant constant
                && other instanceof Member.Constant match
                && constant.value().equals(match.value());
    }

    private boolean holds(TypeRef one, TypeRef other, Set<Pair> asked) {
        if (one.equals(other) || one == FreeForm.VALUE) {
            return true;
        }
        if (one instanceof TypeRef.ListOf list) {
            return other instanceof TypeRef.ListOf match
                    && (list.nullableElements() || !match.nullableElements())
                    && holds(list.element(), match.element(), asked);
        }
        if (one instanceof TypeRef.MapOf map) {
            return other instanceof TypeRef.MapOf match
                    && (map.nullableValues() || !match.nullableValues())
                    && holds(map.value(), match.value(), asked);
        }
        if (one == FreeForm.OBJECT) {
            return other instanceof TypeRef.MapOf || other instanceof TypeRef.Declared declared && isRecord(declared);
        }
        if (one instanceof TypeRef.Declared declared) {
            return holds(declared, other, asked);
        }
        return switch ((Scalar) one) {
            case STRING -> isText(other);
            case DOUBLE -> other == Scalar.LONG || other == Scalar.INT;
            case LONG -> other == Scalar.INT;
            case INT, BOOLEAN, FILE -> false;
        };
    }

    /** An enum is open, and a union has a variant for what it does not know. */
    private boolean holds(TypeRef.Declared one, TypeRef other, Set<Pair> asked) {
        if (drafts.union(one.id()) != null) {
            return true;
        }
        if (drafts.openEnum(one.id()) != null) {
            return isText(other);
        }
        Draft.OfRecord record = drafts.record(one.id());
        Draft.OfRecord match = other instanceof TypeRef.Declared declared ? drafts.record(declared.id()) : null;
        return record != null && match != null && holds(record, match, Map.of(), asked);
    }

    /** Returns what a type is for values of one kind: of a union, its only variant of that kind. */
    private TypeRef of(TypeRef type, @Nullable JsonKind kind) {
        if (kind == null) {
            return type;
        }
        if (type == FreeForm.VALUE && kind == JsonKind.STRING) {
            return Scalar.STRING;
        }
        Set<TypeRef> found = new LinkedHashSet<>();
        collect(type, kind, found, new HashSet<>());
        return found.size() == 1 ? found.iterator().next() : type;
    }

    private void collect(TypeRef type, JsonKind kind, Set<TypeRef> into, Set<TypeRef> seen) {
        Draft.OfUnion union = type instanceof TypeRef.Declared declared ? drafts.union(declared.id()) : null;
        if (union == null || !seen.add(type)) {
            return;
        }
        for (Variant variant : union.variants()) {
            if (variant instanceof Variant.Union inner) {
                collect(new TypeRef.Declared(inner.id()), kind, into, seen);
            } else if (variant instanceof Variant.Record record) {
                if (kind == JsonKind.OBJECT) {
                    into.add(new TypeRef.Declared(record.id()));
                }
            } else if (variant instanceof Variant.Wrapper wrapper && wrapper.kind() == kind) {
                into.add(wrapper.value());
            }
        }
    }

    private boolean isText(TypeRef type) {
        return type == Scalar.STRING
                || type instanceof TypeRef.Declared declared && drafts.openEnum(declared.id()) != null;
    }

    private boolean isRecord(TypeRef.Declared declared) {
        return drafts.record(declared.id()) != null;
    }

    private record Pair(DeclarationId one, DeclarationId other) {}
}
