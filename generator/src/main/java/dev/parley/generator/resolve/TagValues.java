package dev.parley.generator.resolve;

import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.EnumDeclaration.EnumValue;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.resolve.Shape.Discriminator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which values of a member speak for a candidate. */
final class TagValues {

    private final Drafts drafts;
    private final @Nullable Discriminator discriminator;

    /**
     * Reads tags for one union.
     *
     * @param discriminator what the document says about them, or {@code null}
     */
    TagValues(Drafts drafts, @Nullable Discriminator discriminator) {
        this.drafts = drafts;
        this.discriminator = discriminator;
    }

    /**
     * Returns the values of {@code member} that speak for {@code candidate}, or {@code null} if the member does not
     * tell.
     */
    @Nullable
    Tag of(Candidate candidate, String member) {
        Tag written = written(candidate.member(member));
        return written == null
                        && discriminator != null
                        && discriminator.member().equals(member)
                ? mapped(candidate, discriminator)
                : written;
    }

    private @Nullable Tag written(@Nullable Member member) {
        if (member instanceof Member.Constant constant) {
            return new Tag(List.of(text(constant.value())), true, false);
        }
        if (!(member instanceof Member.Property property)) {
            return null;
        }
        boolean always = property.presence() == Presence.REQUIRED;
        if (property.preset() != null) {
            return new Tag(List.of(text(property.preset())), always, false);
        }
        Draft.OfEnum values =
                property.type() instanceof TypeRef.Declared declared ? drafts.openEnum(declared.id()) : null;
        return values == null || !always
                ? null
                : new Tag(values.values().stream().map(EnumValue::wireValue).toList(), true, true);
    }

    /** A reader that looks ahead gives booleans and numbers as text, too. */
    private static String text(ConstantValue value) {
        if (value instanceof ConstantValue.Text text) {
            return text.value();
        }
        return value instanceof ConstantValue.Flag flag
                ? String.valueOf(flag.value())
                : String.valueOf(((ConstantValue.Integral) value).value());
    }

    /**
     * The mapping counts where no constant does; for a schema that it leaves out, the name of the schema is the value.
     */
    private static @Nullable Tag mapped(Candidate candidate, Discriminator discriminator) {
        if (candidate.record() == null) {
            return null;
        }
        List<String> pointers = new ArrayList<>(List.of(candidate.pointer()));
        candidate.path().forEach(union -> pointers.add(union.pointer()));
        List<String> values = discriminator.pointers().entrySet().stream()
                .filter(entry -> pointers.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!values.isEmpty()) {
            return new Tag(values, true, false);
        }
        String component = Pointers.componentName(candidate.pointer());
        return component == null ? null : new Tag(List.of(component), true, false);
    }

    /**
     * What a member says about a candidate.
     *
     * @param values the values that speak for it
     * @param always whether the member must be there
     * @param open whether a value that is not listed may speak for it too, as the member is an open enum
     */
    record Tag(List<String> values, boolean always, boolean open) {}
}
