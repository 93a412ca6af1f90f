package dev.parley.generator.resolve;

import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.Decision;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.UnionDeclaration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the member that names the variant of a union, if every variant has it as a string constant. */
final class UnionTags {

    private UnionTags() {}

    static UnionDeclaration.@Nullable Tag of(Decision decision, List<Candidate> candidates) {
        if (!(decision instanceof Decision.ByTag tag)) {
            return null;
        }
        boolean nullable = false;
        for (Candidate candidate : candidates) {
            Member member = candidate.member(tag.member());
            if (!isText(member)) {
                return null;
            }
            nullable |= member instanceof Member.Property property && property.presence() != Presence.REQUIRED;
        }
        return new UnionDeclaration.Tag(tag.member(), nullable);
    }

    private static boolean isText(@Nullable Member member) {
        return member instanceof Member.Constant constant
                ? constant.value() instanceof ConstantValue.Text
                : member instanceof Member.Property property && property.preset() instanceof ConstantValue.Text;
    }
}
