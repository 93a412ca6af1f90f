package dev.parley.generator;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.emit.java.JavaEmitters;
import dev.parley.generator.emit.template.TemplateEmitters;
import dev.parley.generator.emit.template.TemplateSource;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.parallel.InOrder;
import dev.parley.generator.resolve.Resolver;
import dev.parley.generator.spec.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The pipeline: what a document means, what things are called, what the source says.
 *
 * <p>Each stage sees only what the one before yields. All report into one place, and errors end the run before any text.
 */
public final class Parley implements Pipeline {

    @Override
    public Generation generate(Document document, Settings settings, Diagnostics diagnostics) {
        ApiModel model = Resolver.resolve(document.openApi(), diagnostics);
        NameTable names = NameTable.of(model, settings.basePackage(document), settings.lock(), diagnostics);
        if (diagnostics.hasErrors()) {
            throw new GenerationException(diagnostics.all());
        }
        TemplateSource templates = settings.templates().with(model.client().templates());
        Set<String> mixins = TemplateEmitters.mixins(model, names, templates);
        List<SourceFile> files = new ArrayList<>();
        InOrder.<List<SourceFile>>all(List.of(
                        () -> JavaEmitters.emit(model, names, document.name(), mixins),
                        () -> TemplateEmitters.emit(model, names, document.name(), templates, mixins, diagnostics)))
                .forEach(files::addAll);
        if (diagnostics.hasErrors()) {
            throw new GenerationException(diagnostics.all());
        }
        return new Generation(files, RunSummary.of(model), names.lock(), UnionReport.of(model, names, diagnostics));
    }
}
