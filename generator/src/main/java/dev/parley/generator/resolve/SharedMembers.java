package dev.parley.generator.resolve;

import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.UnionDeclaration.Shared;
import dev.parley.generator.model.UnionDeclaration.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the members that every variant of a union has with one type: strings, and values of one open enum. */
final class SharedMembers {

    private final Drafts drafts;

    SharedMembers(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Returns the members but the tag; none if a variant is no record, as a wrapper has no members. */
    List<Shared> of(List<Candidate> candidates, @Nullable Tag tag) {
        List<Shared> shared = new ArrayList<>();
        if (candidates.isEmpty()) {
            return shared;
        }
        for (Member first : candidates.get(0).members()) {
            String wireName = first.wireName();
            TypeRef type = type(first);
            boolean everywhere = type != null
                    && candidates.stream().allMatch(candidate -> type.equals(type(candidate.member(wireName))));
            if (everywhere && (tag == null || !tag.wireName().equals(wireName))) {
                shared.add(new Shared(wireName, type));
            }
        }
        return shared;
    }

    /** Numbers and booleans are left out: their accessor cannot have one type for required and for optional members. */
    private @Nullable TypeRef type(@Nullable Member member) {
        if (member instanceof Member.Constant constant) {
            return constant.value() instanceof ConstantValue.Text ? TypeRef.Scalar.STRING : null;
        }
        if (!(member instanceof Member.Property property)) {
            return null;
        }
        TypeRef type = property.type();
        boolean openEnum = type instanceof TypeRef.Declared declared && drafts.openEnum(declared.id()) != null;
        return type == TypeRef.Scalar.STRING || openEnum ? type : null;
    }
}
