package dev.parley.generator.resolve;

import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.Variant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** The kinds of JSON that the value of a member can have. */
final class TypeKinds {

    private final Drafts drafts;

    TypeKinds(Drafts drafts) {
        this.drafts = drafts;
    }

    Set<JsonKind> of(Member member) {
        TypeRef type = member instanceof Member.Constant constant
                ? constant.value().type()
                : ((Member.Property) member).type();
        return of(type);
    }

    Set<JsonKind> of(TypeRef type) {
        return of(type, new HashSet<>());
    }

    private Set<JsonKind> of(TypeRef type, Set<DeclarationId> seen) {
        if (type == TypeRef.FreeForm.VALUE) {
            return EnumSet.allOf(JsonKind.class);
        }
        if (!(type instanceof TypeRef.Declared declared)) {
            return EnumSet.of(JsonKinds.of(type));
        }
        Set<JsonKind> kinds = EnumSet.noneOf(JsonKind.class);
        Draft.OfUnion union = drafts.union(declared.id());
        if (union == null) {
            kinds.add(drafts.openEnum(declared.id()) == null ? JsonKind.OBJECT : JsonKind.STRING);
        } else if (seen.add(union.id())) {
            for (Variant variant : union.variants()) {
                kinds.addAll(of(variant, seen));
            }
        }
        return kinds;
    }

    private Set<JsonKind> of(Variant variant, Set<DeclarationId> seen) {
        if (variant instanceof Variant.Wrapper wrapper) {
            return EnumSet.of(wrapper.kind());
        }
        return variant instanceof Variant.Union inner
                ? of(new TypeRef.Declared(inner.id()), seen)
                : EnumSet.of(JsonKind.OBJECT);
    }
}
