package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonNumber;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;

/**
 * The parser of {@link JsonReader}: cuts ASCII strings straight out of the array, and reads numbers exactly.
 *
 * <p>It and its superclass depend on protected state of jackson-core's parser; nothing outside of them does.
 */
final class InputParser extends StructureParser {
    private static final char REPLACEMENT = '\uFFFD';
    private static final InputFactory FACTORY = new InputFactory();

    /** One that read its text to the end, for the next text: to make one takes more memory than to read a short text. */
    private static final AtomicReference<@Nullable InputParser> SPARE = new AtomicReference<>();

    private int wordStart = -1;
    private String word = "";

    InputParser(IOContext context, ByteQuadsCanonicalizer symbols, byte[] utf8, int start, int end) {
        super(context, symbols, utf8, start, end);
    }

    /** Makes a parser of the bytes from {@code start} to before {@code end}; it stands before the first token. */
    static InputParser over(byte[] utf8, int start, int end) {
        InputParser spare = SPARE.getAndSet(null);
        if (spare != null) {
            spare.start(utf8, start, end);
            return spare;
        }
        return (InputParser) FACTORY.createParser(ObjectReadContext.empty(), utf8, start, end - start);
    }

    /** Closes the parser, or keeps it for another text; it must not be used any more, nor closed again. */
    @Override
    public void close() {
        if (forget()) {
            knownWord(-1, "");
            SPARE.set(this);
        } else {
            super.close();
        }
    }

    /** Returns the string that the parser stands on. */
    String text() {
        if (!_tokenIncomplete) {
            return getString();
        }
        byte[] json = _inputBuffer;
        int start = _inputPtr;
        int end = _inputEnd;
        int known = plainEnd(start);
        int at = known >= 0 ? known : bytes().afterPlain(start, end);
        if (at == end || json[at] != '"' || at - start > Limits.STRING_LENGTH) {
            return mixedText(at);
        }
        plainString(start, at);
        return new String(json, start, at - start, StandardCharsets.ISO_8859_1);
    }

    /** Returns whether the string that the parser stands on is this one; makes no string for it in the usual case. */
    boolean textIs(String expected) {
        return word().equals(expected);
    }

    /** Returns the string that the parser stands on, as one object for equal words where that is cheap. */
    String word() {
        if (!_tokenIncomplete) {
            return getString();
        }
        int start = _inputPtr;
        if (start != wordStart) {
            String found = Vocabulary.SHARED.quoted(bytes(), start, _inputEnd);
            if (found == null) {
                return text();
            }
            knownWord(start, found);
        }
        plainString(start, start + word.length());
        return word;
    }

    /** Remembers a string of plain ASCII and where its first character stands, since who looks ahead reads it afterwards. */
    void knownWord(int start, String text) {
        wordStart = start;
        word = text;
    }

    /** Returns the number that the parser stands on, with its literal. */
    JsonNumber number() {
        if (isPlainLong()) {
            long value = getLongValue();
            if (value != 0 || !_numberNegative) { // every other whole number has one literal in JSON
                return JsonNumber.of(value);
            }
        }
        return JsonNumber.of(getString());
    }

    /**
     * Returns the number that the parser stands on.
     *
     * @throws ArithmeticException if it has a fraction or does not fit a {@code long}
     */
    long wholeNumber() {
        return isPlainLong() ? getLongValue() : JsonNumber.of(getString()).longValue();
    }

    /** Returns whether the number that the parser stands on equals this one. */
    boolean numberIs(long expected) {
        return isPlainLong()
                ? getLongValue() == expected
                : JsonNumber.of(getString()).equals(JsonNumber.of(expected));
    }

    /** Returns whether the number that the parser stands on equals the one that is written for {@code value}. */
    boolean isWrittenLike(double value) {
        return JsonNumber.of(getString()).equals(JsonNumber.of(value));
    }

    private boolean isPlainLong() {
        return _currToken == JsonToken.VALUE_NUMBER_INT && getNumberType() != NumberType.BIG_INTEGER;
    }

    /** Returns a string that is not plain from {@code from} on: cut out too unless it has escapes. */
    private String mixedText(int from) {
        int start = _inputPtr;
        int at = bytes().afterUnescaped(from, _inputEnd);
        if (at < _inputEnd && _inputBuffer[at] == '"' && at - start <= Limits.STRING_LENGTH) {
            String text = new String(_inputBuffer, start, at - start, StandardCharsets.UTF_8);
            if (text.indexOf(REPLACEMENT) < 0) { // else perhaps the mark of malformed bytes, which the parser reports
                _textBuffer.resetWithString(text);
                _tokenIncomplete = false;
                _inputPtr = at + 1;
                return text;
            }
        }
        String text = getString();
        requireUtf8(start, _inputPtr - 1);
        return text;
    }
}
