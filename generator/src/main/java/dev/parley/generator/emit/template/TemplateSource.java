package dev.parley.generator.emit.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where templates come from: a user's files before ours. Finding them is the business of whoever starts a run. */
@FunctionalInterface
public interface TemplateSource {

    /**
     * Returns the text of a template.
     *
     * @param name its path below the root of the templates, such as {@code service.mustache} or {@code mixins/Message.mustache}
     * @return the text, or {@code null} if there is no such template
     */
    @Nullable
    String text(String name);

    /** Returns where a template that there is stands: its path below the root of the templates. */
    default String place(String name) {
        return name;
    }

    /** Returns the types that a user has mixin templates for, in the order of their names. */
    default List<String> ownMixins() {
        return List.of();
    }

    /**
     * Returns these templates and, for names that they lack, those of a set.
     *
     * @param set the folder of the set below the root of the templates, or empty for none
     */
    default TemplateSource with(String set) {
        return set.isEmpty() ? this : new TemplateSet(this, set);
    }
}
