package dev.parley.runtime.codec;

import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;

/** Makes {@link InputParser}s, whatever encoding the bytes seem to have, and shares the table of names between them. */
final class InputFactory extends JsonFactory {
    private static final long serialVersionUID = 1L;

    InputFactory() {
        super(builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Limits.DEPTH)
                        .maxStringLength(Limits.STRING_LENGTH)
                        .maxNameLength(Limits.NAME_LENGTH)
                        .maxNumberLength(Limits.NUMBER_LENGTH)
                        .build())
                .errorReportConfiguration(ErrorReportConfiguration.builder()
                        .maxErrorTokenLength(40)
                        .maxRawContentLength(0)
                        .build()));
    }

    /** Refers to nothing: no message shows the text, and a parser may outlive the one that it was made for. */
    @Override
    protected ContentReference _createContentReference(Object text, int offset, int length) {
        return ContentReference.unknown();
    }

    @Override
    protected JsonParser _createParser(
            ObjectReadContext readContext, IOContext context, byte[] utf8, int start, int length) {
        ByteQuadsCanonicalizer symbols = _byteSymbolCanonicalizer.makeChild(_factoryFeatures);
        return new InputParser(context, symbols, utf8, start, start + length);
    }
}
