package dev.parley.generator.emit.java;

import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.parallel.InOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Emits every declaration of a model: a file for each top-level type, for each codec, and for the checks of each request. */
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
        boolean checked = context.validation().checked().contains(declaration.id());
        ConstraintsEmitter constraints = new ConstraintsEmitter(context);
        TypeSpec codec = codec(declaration, context);
        if (codec != null) {
            emitted.add(files.internal(declaration, checked ? constraints.addTo(codec, declaration) : codec));
        } else if (checked) {
            emitted.add(files.internal(declaration, constraints.emit((RequestDeclaration) declaration)));
        }
        return emitted;
    }

    private static @Nullable TypeSpec codec(Declaration declaration, EmitContext context) {
        if (declaration instanceof RecordDeclaration record) {
            return new RecordCodecEmitter(context).emit(record);
        }
        return declaration instanceof UnionDeclaration union ? new UnionCodecEmitter(context).emit(union) : null;
    }
}
