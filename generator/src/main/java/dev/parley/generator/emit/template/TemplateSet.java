package dev.parley.generator.emit.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Templates, and behind them those of a set that a document asks for. */
record TemplateSet(TemplateSource templates, String set) implements TemplateSource {

    @Override
    public @Nullable String text(String name) {
        String text = templates.text(name);
        return text == null ? templates.text(set + "/" + name) : text;
    }

    @Override
    public String place(String name) {
        return templates.text(name) == null ? set + "/" + name : name;
    }

    @Override
    public List<String> ownMixins() {
        return templates.ownMixins();
    }
}
