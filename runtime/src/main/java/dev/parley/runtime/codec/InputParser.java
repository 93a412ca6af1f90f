package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonReadContext;
import tools.jackson.core.json.UTF8StreamJsonParser;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;

/**
 * jackson-core's UTF-8 parser over an array that holds the whole text, with what only such a parser can do: say where it
 * stands without making an object of it, go back to the start of an array or object, and cut ASCII strings straight out
 * of the array.
 *
 * <p>It depends on protected state of {@link UTF8StreamJsonParser}; nothing outside of this class does.
 */
final class InputParser extends UTF8StreamJsonParser {
    private static final int NO_FEATURES = 0;
    private static final char REPLACEMENT = '\uFFFD';
    private static final InputFactory FACTORY = new InputFactory();

    /** By byte, unsigned: whether it stands for itself in a string and is ASCII. */
    private static final boolean[] PLAIN = new boolean[256];

    static {
        Arrays.fill(PLAIN, ' ', 0x80, true);
        PLAIN['"'] = false;
        PLAIN['\\'] = false;
    }

    private int plainStart = -1;
    private int plainEnd;

    InputParser(IOContext context, ByteQuadsCanonicalizer symbols, byte[] utf8, int start, int end) {
        super(
                ObjectReadContext.empty(),
                context,
                NO_FEATURES,
                NO_FEATURES,
                null,
                symbols,
                utf8,
                start,
                end,
                NO_FEATURES,
                false);
    }

    /** Makes a parser of the bytes from {@code start} to before {@code end}; it stands before the first token. */
    static InputParser over(byte[] utf8, int start, int end) {
        return (InputParser) FACTORY.createParser(ObjectReadContext.empty(), utf8, start, end - start);
    }

    /** Returns the index of the next byte to be read: after the bracket, if the token is the start of a structure. */
    int position() {
        return _inputPtr;
    }

    /** Returns the innermost array or object that is open, or the root. */
    JsonReadContext scope() {
        return _streamReadContext;
    }

    /** Goes back to the start of an array or object: to the token of the bracket that stands before {@code position}. */
    void reopen(int position, JsonReadContext parent) {
        _inputPtr = position;
        _tokenIncomplete = false;
        _nextToken = null;
        _numTypesValid = NR_UNKNOWN;
        _nameCopied = false;
        _binaryValue = null;
        _streamReadContext = parent;
        if (_inputBuffer[position - 1] == '{') {
            createChildObjectContext(0, 0);
            _currToken = JsonToken.START_OBJECT;
        } else {
            createChildArrayContext(0, 0);
            _currToken = JsonToken.START_ARRAY;
        }
    }

    /**
     * Goes to the value of the next member, if that has this name and starts in one of the usual ways; otherwise goes
     * nowhere and returns false. What {@link #nextNameMatch} and {@link #nextToken} do in general, this does in few steps.
     *
     * @param quoted the name in UTF-8 with its quotes, without escapes
     */
    boolean nextMemberIs(byte[] quoted, String name) {
        if (_tokenIncomplete) {
            _skipString();
        }
        byte[] json = _inputBuffer;
        int at = nonBlank(_inputPtr);
        if (_streamReadContext.hasCurrentIndex()) {
            if (json[at] != ',') {
                return false;
            }
            at = nonBlank(at + 1);
        }
        if (at + quoted.length >= _inputEnd || !Arrays.equals(json, at, at + quoted.length, quoted, 0, quoted.length)) {
            return false;
        }
        at = nonBlank(at + quoted.length);
        if (json[at] != ':') {
            return false;
        }
        at = nonBlank(at + 1);
        return startMember(name, json[at], at + 1);
    }

    private boolean startMember(String name, byte first, int next) {
        switch (first) {
            case '"', '{', '[', 't', 'f', 'n', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {}
            default -> {
                return false;
            }
        }
        JsonReadContext scope = _streamReadContext;
        scope.expectComma(); // counts the member
        scope.setCurrentName(name);
        _nameCopied = false;
        _numTypesValid = NR_UNKNOWN;
        _inputPtr = next;
        switch (first) {
            case '"' -> {
                _tokenIncomplete = true;
                _currToken = JsonToken.VALUE_STRING;
            }
            case '{' -> {
                createChildObjectContext(0, 0);
                _currToken = JsonToken.START_OBJECT;
            }
            case '[' -> {
                createChildArrayContext(0, 0);
                _currToken = JsonToken.START_ARRAY;
            }
            case 't' -> {
                _matchTrue();
                _currToken = JsonToken.VALUE_TRUE;
            }
            case 'f' -> {
                _matchFalse();
                _currToken = JsonToken.VALUE_FALSE;
            }
            case 'n' -> {
                _matchNull();
                _currToken = JsonToken.VALUE_NULL;
            }
            default -> _currToken = _parseUnsignedNumber(first);
        }
        return true;
    }

    /** Returns the index of the next byte that is not blank, or that of the last byte of all. */
    private int nonBlank(int from) {
        byte[] json = _inputBuffer;
        int last = _inputEnd - 1;
        if (from < last && json[from] > ' ') {
            return from;
        }
        int at = from;
        while (at < last && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
        return Math.min(at, last);
    }

    /** Returns the string that the parser stands on. */
    String text() {
        if (!_tokenIncomplete) {
            return getString();
        }
        byte[] bytes = _inputBuffer;
        int start = _inputPtr;
        int end = _inputEnd;
        int at = start == plainStart ? plainEnd : afterPlain(bytes, start, end);
        if (at == end || bytes[at] != '"' || at - start > Limits.STRING_LENGTH) {
            return mixedText(at);
        }
        plainString(start, at);
        return new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
    }

    /** Returns whether the string that the parser stands on is this one; makes no string for it in the usual case. */
    boolean textIs(String expected) {
        int length = expected.length();
        int start = _inputPtr;
        if (!_tokenIncomplete || start + length >= _inputEnd || _inputBuffer[start + length] != '"') {
            return getString().equals(expected);
        }
        for (int i = 0; i < length; i++) {
            byte next = _inputBuffer[start + i];
            if (next != expected.charAt(i) || !PLAIN[next]) {
                return getString().equals(expected);
            }
        }
        plainString(start, start + length);
        return true;
    }

    /** Returns the string that the parser stands on, as one object for equal words where that is cheap. */
    String word() {
        if (_tokenIncomplete) {
            String word = Vocabulary.SHARED.quoted(_inputBuffer, _inputPtr, _inputEnd);
            if (word != null) {
                plainString(_inputPtr, _inputPtr + word.length());
                return word;
            }
        }
        return text();
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

    /** Returns the index of the first byte that does not stand for itself in a string of ASCII, or the limit. */
    static int afterPlain(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && PLAIN[bytes[at] & 0xFF]) {
            at++;
        }
        return at;
    }

    /** Returns a string that is not plain from {@code from} on: cut out too unless it has escapes. */
    private String mixedText(int from) {
        int start = _inputPtr;
        int at = from;
        while (at < _inputEnd && (_inputBuffer[at] < 0 || PLAIN[_inputBuffer[at]])) {
            at++;
        }
        if (at < _inputEnd && _inputBuffer[at] == '"' && at - start <= Limits.STRING_LENGTH) {
            String text = new String(_inputBuffer, start, at - start, StandardCharsets.UTF_8);
            if (text.indexOf(REPLACEMENT) < 0) { // else perhaps the mark of malformed bytes, which the parser reports
                _textBuffer.resetWithString(text);
                _tokenIncomplete = false;
                _inputPtr = at + 1;
                return text;
            }
        }
        return getString();
    }

    /**
     * Remembers where a string of plain ASCII starts and its closing quote stands, so that the parser need not look for it
     * when it reads or passes it. Such a token stays incomplete, and can be read again.
     */
    void plainString(int start, int end) {
        plainStart = start;
        plainEnd = end;
    }

    @Override
    protected void _skipString() {
        if (_inputPtr == plainStart) {
            _tokenIncomplete = false;
            _inputPtr = plainEnd + 1;
        } else {
            super._skipString();
        }
    }

    @Override
    protected void _handleEOF() {
        if (!_streamReadContext.inRoot()) {
            _reportInvalidEOF(
                    " before the " + (_streamReadContext.inArray() ? "array" : "object") + " is closed", null);
        }
    }

    @Override
    protected void _reportMismatchedEndMarker(int found, char expected) {
        _reportError("Unexpected close marker '" + (char) found + "': expected '" + expected + "'");
    }
}
