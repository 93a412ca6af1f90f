package dev.parley.generator.emit.java;

import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.parallel.InOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Emits every declaration of a model: a file for each top-level type, for each codec, and for the checks of each. */
public final class JavaEmitters {

    private JavaEmitters() {}

    /**
     * Emits the types and codecs of a model.
     *
     * @param documentName the file name of the document, for the header of each file
     * @param mixins the types, by their name inside the package of the models, that implement an interface rendered from a
     *     template
     * @return the files in the order of the declarations
     */
    public static List<SourceFile> emit(ApiModel model, NameTable names, String documentName, Set<String> mixins) {
        EmitContext context = EmitContext.of(model, names, documentName, mixins);
        TypeEmitter types = new TypeEmitter(context);
        SourceFiles files = new SourceFiles(context);
        return InOrder.map(model.declarations(), declaration -> emit(declaration, context, types, files)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<SourceFile> emit(
            Declaration declaration, EmitContext context, TypeEmitter types, SourceFiles files) {
        List<SourceFile> emitted = new ArrayList<>();
        if (declaration.placement() instanceof Placement.TopLevel) {
            emitted.add(files.model(declaration, types.emit(declaration)));
        }
        if (declaration instanceof RecordDeclaration record) {
            emitted.add(files.internal(record, new RecordCodecEmitter(context).emit(record)));
        } else if (declaration instanceof UnionDeclaration union) {
            emitted.add(files.internal(union, new UnionCodecEmitter(context).emit(union)));
        }
        if (context.validation().checked().contains(declaration.id())) {
            emitted.add(files.internal(declaration, new ConstraintsEmitter(context).emit(declaration)));
        }
        return emitted;
    }
}
