package dev.parley.runtime.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonReadContext;
import tools.jackson.core.json.UTF8StreamJsonParser;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;

/**
 * jackson-core's UTF-8 parser over an array that holds the whole text: goes from value to value, in few steps where the
 * text is as servers write it, and as jackson-core does everywhere else. It can say where it stands without making an
 * object of it, and go back to the start of an array or object.
 */
abstract class StructureParser extends UTF8StreamJsonParser {
    private static final int NO_FEATURES = 0;

    /** A parser whose text reached further into its array may have grown buffers that are not worth keeping. */
    private static final int REUSED_BYTES = 64 * 1024;

    /** The longest name that the table of jackson-core, which all texts share, may keep: it keeps up to 6,000. */
    private static final int LONGEST_SHARED_NAME = 256;

    /** Where nothing comes next that this class knows, and jackson-core has to look. */
    private static final int UNUSUAL = -1;

    private final JsonBytes bytes;

    /** The place in the vocabulary of the name that came last: a name often has the same successor. */
    private int nameBefore;

    private boolean sawLongName;

    private int plainStart = -1;
    private int plainEnd;

    private boolean ended;

    StructureParser(IOContext context, ByteQuadsCanonicalizer symbols, byte[] utf8, int start, int end) {
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
        bytes = new JsonBytes(utf8);
    }

    /**
     * Returns whether the text was read to its end. Then the parser can be used again, unless it has learned names from the
     * text: those go into the table that all texts share when it is closed.
     */
    boolean isAtEnd() {
        if (!_streamReadContext.inRoot()) {
            return nextToken() == null;
        }
        if (_tokenIncomplete) {
            _skipString();
        }
        int at = _inputPtr;
        while (at < _inputEnd && isBlank(_inputBuffer[at])) {
            at++;
        }
        if (at < _inputEnd) {
            return nextToken() == null;
        }
        ended = !_closed && !sawLongName && !_symbols.maybeDirty();
        return true;
    }

    /** Forgets a text that was read to its end; returns false if it was not. */
    boolean forget() {
        if (!ended) {
            return false;
        }
        start(NO_BYTES, 0, 0);
        _textBuffer.resetWithEmpty();
        _textBuffer.releaseBuffers();
        _numberString = null;
        return true;
    }

    /** Starts to read the bytes from {@code start} to before {@code end} of an array, as if the parser were new. */
    void start(byte[] utf8, int start, int end) {
        bytes.reset(utf8);
        _inputBuffer = utf8;
        _inputPtr = start;
        _inputEnd = end;
        _currInputProcessed = -start;
        _currInputRow = 1;
        _currInputRowStart = start;
        _currToken = null;
        _streamReadContext.reset(TokenStreamContext.TYPE_ROOT, 1, 0);
        nameBefore = 0;
        plainStart = UNUSUAL;
        ended = false;
    }

    /** Returns the text that is read, and what stands around it in its array. */
    JsonBytes bytes() {
        return bytes;
    }

    /** Returns the index of the next byte to be read: after the bracket, if the token is the start of a structure. */
    int position() {
        return _inputPtr;
    }

    /** Returns the index after the last byte. */
    int limit() {
        return _inputEnd;
    }

    /**
     * Returns whether the text was an object that ends with its array's part, and is read: then there is nothing left to
     * check, and the parser can go on with another text, having kept nothing of this one but room for small ones.
     */
    boolean isDone() {
        return _currToken == JsonToken.END_OBJECT
                && _inputPtr == _inputEnd
                && _inputEnd <= REUSED_BYTES
                && _streamReadContext.inRoot()
                && !_closed
                && !_symbols.maybeDirty(); // else closing shares the names that are new
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
     * nowhere and returns false.
     *
     * @param quoted the name in UTF-8 with its quotes, without escapes
     */
    boolean nextMemberIs(KnownBytes quoted, String name) {
        int at = nextInScope('}');
        return at >= 0
                && at + quoted.length() < _inputEnd
                && quoted.isAt(bytes, at)
                && startMember(name, at + quoted.length());
    }

    /**
     * Goes to the value of the next member and returns its name, or to the end of the object and returns null.
     *
     * @throws IllegalStateException if an array is open that has not been read
     */
    @Nullable
    String nextMember() {
        if (!_streamReadContext.inObject()) {
            throw new IllegalStateException("the member before was not read");
        }
        int at = nextInScope('}');
        if (at >= 0) {
            if (_inputBuffer[at] == '}') {
                endScope(JsonToken.END_OBJECT, at);
                return null;
            }
            if (_inputBuffer[at] == '"') {
                Vocabulary.Word word = Vocabulary.SHARED.name(bytes, at + 1, _inputEnd, nameBefore);
                if (word != null) {
                    nameBefore = word.place();
                    String name = word.text();
                    if (startMember(name, at + name.length() + 2)) {
                        return name;
                    }
                }
                checkName(at + 1);
            }
        }
        String name = nextName();
        if (name != null) {
            nextToken();
        }
        return name;
    }

    /** Goes to the next element of the array and returns true, or to the end of the array and returns false. */
    boolean nextElement() {
        int at = nextInScope(']');
        if (at >= 0) {
            byte first = _inputBuffer[at];
            if (first == ']') {
                endScope(JsonToken.END_ARRAY, at);
                return false;
            }
            if (isUsualStart(first)) {
                _streamReadContext.expectComma(); // counts the element
                startValue(first, at + 1);
                return true;
            }
        }
        return nextToken() != JsonToken.END_ARRAY;
    }

    /** Returns the index of what comes next in the scope, behind the comma that has to be there, or {@link #UNUSUAL}. */
    private int nextInScope(char close) {
        if (_tokenIncomplete) {
            _skipString();
        }
        byte[] json = _inputBuffer;
        int at = nonBlank(_inputPtr);
        if (at < _inputPtr) {
            return UNUSUAL;
        }
        if (_streamReadContext.hasCurrentIndex()) {
            if (json[at] != ',') {
                return json[at] == close ? at : UNUSUAL;
            }
            at = nonBlank(at + 1);
            return json[at] == close ? UNUSUAL : at;
        }
        return at;
    }

    /** Looks at a name before jackson-core does, which takes a name with a byte 0xFF for another one that it knows. */
    private void checkName(int start) {
        int end = bytes.afterUnescaped(start, _inputEnd);
        while (end < _inputEnd && _inputBuffer[end] == '\\') {
            end = bytes.afterUnescaped(Math.min(end + 2, _inputEnd), _inputEnd);
        }
        sawLongName |= end - start > LONGEST_SHARED_NAME;
        requireUtf8(start, end);
    }

    /** Fails at the first byte of what jackson-core takes for a character, though it is none in UTF-8. */
    void requireUtf8(int start, int end) {
        int at = bytes.afterUtf8(start, end);
        if (at < end) {
            _inputPtr = at + 1;
            _reportError(String.format("Invalid UTF-8 byte 0x%02x", _inputBuffer[at] & 0xFF));
        }
    }

    private void endScope(JsonToken end, int at) {
        _streamReadContext = _streamReadContext.clearAndGetParent();
        _inputPtr = at + 1;
        _currToken = end;
    }

    /** Goes to the value of a member, if it starts in one of the usual ways. */
    private boolean startMember(String name, int afterName) {
        byte[] json = _inputBuffer;
        int at = nonBlank(afterName);
        if (json[at] != ':') {
            return false;
        }
        at = nonBlank(at + 1);
        byte first = json[at];
        if (!isUsualStart(first)) {
            return false;
        }
        JsonReadContext scope = _streamReadContext;
        scope.expectComma(); // counts the member
        scope.setCurrentName(name);
        startValue(first, at + 1);
        return true;
    }

    private static boolean isUsualStart(byte first) {
        return switch (first) {
            case '"', '{', '[', 't', 'f', 'n', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> true;
            default -> false;
        };
    }

    private void startValue(byte first, int next) {
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
    }

    /** Returns the index of the next byte that is not blank, or that of the last byte of all. */
    private int nonBlank(int from) {
        byte[] json = _inputBuffer;
        int last = _inputEnd - 1;
        if (from < last && json[from] > ' ') {
            return from;
        }
        int at = from;
        while (at < last && isBlank(json[at])) {
            at++;
        }
        return Math.min(at, last);
    }

    private static boolean isBlank(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    /**
     * Remembers where a string of plain ASCII starts and its closing quote stands, so that the parser need not look for it
     * when it reads or passes it. Such a token stays incomplete, and can be read again.
     */
    void plainString(int start, int end) {
        plainStart = start;
        plainEnd = end;
    }

    /** Returns the index of the quote that ends the string whose first character is at {@code start}, if it is known. */
    int plainEnd(int start) {
        return start == plainStart ? plainEnd : UNUSUAL;
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

    /** Leaves long names out of the table that all texts share: they would stay in memory. */
    @Override
    protected void _releaseBuffers() {
        if (sawLongName) {
            _textBuffer.releaseBuffers();
        } else {
            super._releaseBuffers();
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
