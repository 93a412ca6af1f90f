package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadContext;

/**
 * Reads JSON in UTF-8 as a stream, for generated codecs.
 *
 * <p>The reader always stands on a value; each method that reads takes that value, all of it. Where the value does not fit,
 * it throws an exception of its own, which {@link #readUnion} catches for one value and {@link #decode(byte[], Decoder)}
 * turns into a {@link dev.parley.runtime.error.DecodingException} for the whole text. Text that is not JSON always fails as
 * a whole. Of members with the same name the last one counts, everywhere.
 *
 * <p>Limits: values nested 500 deep, strings of 100,000,000 characters, names of 50,000 bytes, numbers of 10,000
 * characters. The length of the text is limited by whoever receives it. A lone surrogate, as an escape, is read in a string
 * and refused in a name.
 */
public final class JsonReader {
    /** What {@link #nextMember} returns for a name that is not declared. */
    public static final int UNKNOWN = -1;

    /** What {@link #nextMember} returns after the last member. */
    public static final int END = -2;

    private static final int LITERAL_IN_MESSAGE = 40;

    /** Up to here, every whole number is a {@code double}. */
    private static final double EXACT_WHOLE_NUMBERS = 0x1p53;

    private InputParser in;
    private Lookahead lookahead;
    private TreeReader tree;
    private final ElementStack elements = new ElementStack();
    private final Frames frames = new Frames();

    /** The frame of the innermost object that is open. */
    private @Nullable Frame frame;

    /** The scope around the innermost union that is being read: where the path of a mismatch starts. */
    private @Nullable JsonReadContext aroundUnion;

    /** Why the variant that was chosen last could not take its value. */
    private @Nullable String problem;

    private boolean duplicates;

    JsonReader(InputParser in) {
        this.in = in;
        lookahead = new Lookahead(in);
        tree = new TreeReader(in);
    }

    /** Lets go of the parser, which goes on to other texts: a reader that a decoder has kept must not read in those. */
    void end() {
        in = null;
        lookahead = null;
        tree = null;
    }

    /**
     * Reads a whole JSON text in UTF-8, with or without a byte order mark.
     *
     * @throws dev.parley.runtime.error.DecodingException if the bytes are not exactly one JSON value in UTF-8, go over a
     *     limit, or do not fit
     */
    public static <T extends @Nullable Object> T decode(byte[] utf8, Decoder<T> decoder) {
        return Document.of(utf8).read(decoder, false);
    }

    /**
     * Reads a whole JSON text in UTF-8 that is a part of an array, as {@link #decode(byte[], Decoder)}.
     *
     * @param from the index of its first byte
     * @param to the index after its last byte
     * @param used the reader that a decoder was given for an earlier text, to be used again if it can be; or null. Who
     *     calls this keeps it from other threads
     */
    public static <T extends @Nullable Object> T decode(
            byte[] utf8, int from, int to, @Nullable JsonReader used, Decoder<T> decoder) {
        return new Document(utf8, from, to, null).read(used, decoder);
    }

    /**
     * Reads a whole JSON text.
     *
     * @throws dev.parley.runtime.error.DecodingException if the text is not exactly one JSON value, goes over a limit, or
     *     does not fit
     */
    public static <T extends @Nullable Object> T decode(String json, Decoder<T> decoder) {
        return Document.of(json).read(decoder, false);
    }

    /**
     * Reads a whole JSON text in UTF-8 that is an object.
     *
     * @throws dev.parley.runtime.error.DecodingException as {@link #decode(byte[], Decoder)}, and if it is not an object
     */
    public static <T extends @Nullable Object> T decodeObject(byte[] utf8, Decoder<T> decoder) {
        return Document.of(utf8).read(decoder, true);
    }

    /**
     * Reads a whole JSON text that is an object.
     *
     * @throws dev.parley.runtime.error.DecodingException as {@link #decode(String, Decoder)}, and if it is not an object
     */
    public static <T extends @Nullable Object> T decodeObject(String json, Decoder<T> decoder) {
        return Document.of(json).read(decoder, true);
    }

    /** Returns the string member of that name of an object, or the empty string if there is no such member. */
    public static String tagOf(JsonValue json, String name) {
        return json instanceof JsonObject object && object.get(name) instanceof JsonString tag ? tag.value() : "";
    }

    /** Returns the string member of that name of an object, or null if there is no such member. */
    public static @Nullable String textOf(JsonValue json, String name) {
        return json instanceof JsonObject object && object.get(name) instanceof JsonString text ? text.value() : null;
    }

    /**
     * Reads a value as another type: writes it, and reads what was written.
     *
     * @param without members of the object that are left out
     * @throws dev.parley.runtime.error.DecodingException if it does not fit, which a union never says
     */
    public static <T extends @Nullable Object> T reread(JsonWritable value, Decoder<T> decoder, String... without) {
        if (without.length == 0) {
            return decode(JsonWriter.encode(value), decoder);
        }
        JsonObject json = decodeObject(JsonWriter.encode(value), JsonReader::readObject);
        for (String name : without) {
            json = json.without(name);
        }
        return decode(JsonWriter.encode(json), decoder);
    }

    InputParser parser() {
        return in;
    }

    /** Goes on with another text and returns true, unless something is left of the one before. */
    boolean reopen(byte[] utf8, int start, int end) {
        boolean done = in != null // it may have read what was written anew because of duplicates
                && in.isDone()
                && frames.depth() == 0
                && !duplicates
                && !tree.sawDuplicates();
        if (done) {
            in.start(utf8, start, end);
            in.knownWord(-1, "");
            lookahead.reset();
        }
        return done;
    }

    /** Returns the kind of the value. */
    public JsonKind kind() {
        return switch (in.currentToken()) {
            case START_OBJECT -> JsonKind.OBJECT;
            case START_ARRAY -> JsonKind.ARRAY;
            case VALUE_STRING -> JsonKind.STRING;
            case VALUE_TRUE, VALUE_FALSE -> JsonKind.BOOLEAN;
            case VALUE_NULL -> JsonKind.NULL;
            default -> JsonKind.NUMBER;
        };
    }

    /** Starts to read an object; a mismatch if the value is none. */
    public void startObject() {
        expectObject();
        frame = frames.open();
    }

    /**
     * Goes to the value of the next member of the object.
     *
     * @return the index of the member; {@link #UNKNOWN} if its name is not declared, after which the caller must {@link
     *     #keep()} it; {@link #END} if there is none
     */
    public int nextMember(Members members) {
        int member = members.next(in, frame.last());
        if (member >= 0 && !frame.see(member)) {
            duplicates = true;
        }
        return member;
    }

    /** Reads the value of a member, whatever it is, and keeps it among the additional members. */
    public void keep() {
        String name = in.currentName();
        keep(name, tree.read());
    }

    /** If the value of a member is null, keeps it among the additional members and returns true. */
    public boolean keepNull() {
        if (in.currentToken() != JsonToken.VALUE_NULL) {
            return false;
        }
        keep(in.currentName(), JsonNull.INSTANCE);
        return true;
    }

    /** If the value is null, reads it and returns true. */
    public boolean readNull() {
        return in.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Reads the value of a member that should be this string; keeps any other value among the additional members. */
    public void constant(String value) {
        if (in.currentToken() != JsonToken.VALUE_STRING || !in.textIs(value)) {
            keep();
        }
    }

    /** Reads the value of a member that should be this boolean; keeps any other value among the additional members. */
    public void constant(boolean value) {
        if (in.currentToken() != (value ? JsonToken.VALUE_TRUE : JsonToken.VALUE_FALSE)) {
            keep();
        }
    }

    /** Reads the value of a member that should equal this number; keeps any other value among the additional members. */
    public void constant(long value) {
        if (!in.currentToken().isNumeric() || !in.numberIs(value)) {
            keep();
        }
    }

    /** Reads the value of a member that should equal this number; keeps any other value among the additional members. */
    public void constant(double value) {
        if (!in.currentToken().isNumeric() || in.getDoubleValue() != value) {
            keep();
        }
    }

    /**
     * Ends an object, after {@link #END}; a mismatch naming every required member that was not there.
     *
     * @return the additional members: those kept
     */
    public JsonObject endObject(Members members) {
        Frame ended = frame;
        if (ended.isIncomplete(members)) {
            List<String> missing = ended.missing(members);
            throw mismatch((missing.size() == 1 ? "missing required member '" : "missing required members '")
                    + String.join("', '", missing) + "'");
        }
        frame = frames.closeTo(frames.depth() - 1);
        return ended.additional();
    }

    /** Reads a string. */
    public String readString() {
        expect(JsonToken.VALUE_STRING, JsonKind.STRING);
        return in.text();
    }

    /** Reads a string that is one of a small set, such as a value of an enum: equal ones are usually the same object. */
    public String readWord() {
        expect(JsonToken.VALUE_STRING, JsonKind.STRING);
        return in.word();
    }

    /** Reads a whole number in whatever notation ({@code 1.0}, {@code 1e2}); a mismatch if it does not fit 64 bits. */
    public long readLong() {
        expectNumber();
        try {
            return in.wholeNumber();
        } catch (ArithmeticException inexact) {
            throw unfit("a 64-bit integer");
        }
    }

    /** Reads a whole number in whatever notation ({@code 1.0}, {@code 1e2}); a mismatch if it does not fit 32 bits. */
    public int readInt() {
        expectNumber();
        try {
            return Math.toIntExact(in.wholeNumber());
        } catch (ArithmeticException inexact) {
            throw unfit("a 32-bit integer");
        }
    }

    /**
     * Reads a number as the nearest {@code double}; a mismatch if it is beyond the range of it, or a whole number that it
     * would change, such as {@code 9007199254740993}.
     */
    public double readDouble() {
        expectNumber();
        double value = in.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw unfit("a number in the range of a double");
        }
        if (Math.abs(value) >= EXACT_WHOLE_NUMBERS
                && in.currentToken() == JsonToken.VALUE_NUMBER_INT
                && !in.isWrittenLike(value)) {
            throw unfit("a whole number that a double holds");
        }
        return value;
    }

    /** Reads a boolean. */
    public boolean readBoolean() {
        boolean value = in.currentToken() == JsonToken.VALUE_TRUE;
        if (!value) {
            expect(JsonToken.VALUE_FALSE, JsonKind.BOOLEAN);
        }
        return value;
    }

    /** Reads any value. */
    public JsonValue readValue() {
        return tree.read();
    }

    /** Reads any object. */
    public JsonObject readObject() {
        expectObject();
        return tree.readObject();
    }

    /** Reads an array as an immutable list, which {@link List#copyOf} returns as it is. */
    public <T> List<T> readList(Decoder<? extends T> element) {
        expect(JsonToken.START_ARRAY, JsonKind.ARRAY);
        int height = elements.size();
        while (in.nextElement()) {
            elements.push(element.read(this));
        }
        @SuppressWarnings("unchecked") // holds what the decoder returned, and nothing else
        List<T> list = (List<T>) elements.popList(height);
        return list;
    }

    /** Reads an array of elements that may be null as an unmodifiable list. */
    public <T> List<@Nullable T> readNullableList(Decoder<? extends T> element) {
        expect(JsonToken.START_ARRAY, JsonKind.ARRAY);
        int height = elements.size();
        while (in.nextElement()) {
            elements.push(readNull() ? null : element.read(this));
        }
        @SuppressWarnings("unchecked") // holds what the decoder returned, and nothing else
        List<@Nullable T> list = (List<@Nullable T>) elements.popNullableList(height);
        return list;
    }

    /** Reads an object of any names as an unmodifiable map in their order. */
    public <T> Map<String, T> readMap(Decoder<? extends T> value) {
        expectObject();
        Map<String, T> map = new LinkedHashMap<>();
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            map.put(name, value.read(this));
        }
        return Collections.unmodifiableMap(map);
    }

    /** Reads an object of any names and of values that may be null as an unmodifiable map in their order. */
    public <T> Map<String, @Nullable T> readNullableMap(Decoder<? extends T> value) {
        expectObject();
        Map<String, @Nullable T> map = new LinkedHashMap<>();
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            map.put(name, readNull() ? null : value.read(this));
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * Looks ahead in the object that the reader stands on, which stays to be read from its start.
     *
     * @return the string that is the value of the member, a boolean or a number as text ({@code 1} for {@code 1.0}); the
     *     empty string if the value is no object or has no such member, or if the member is anything else
     */
    public String tag(String name) {
        int member = find(name);
        return member == Lookahead.ABSENT ? "" : lookahead.word(member);
    }

    /** Looks ahead in the object that the reader stands on: returns whether all of these members are there. */
    public boolean has(String... names) {
        for (String name : names) {
            if (find(name) == Lookahead.ABSENT) {
                return false;
            }
        }
        return true;
    }

    /** Looks ahead in the object that the reader stands on: returns the kind of a member, {@code NULL} if it is missing. */
    public JsonKind memberKind(String name) {
        int member = find(name);
        return member == Lookahead.ABSENT ? JsonKind.NULL : lookahead.kind(member);
    }

    /**
     * Reads a value of a union, which never fails on well-formed JSON: what no variant takes is read as unknown.
     *
     * @param variants chooses a variant and reads the value as that, or returns null if it knows none
     * @param unknown makes the variant that holds any value, with the problem if the chosen variant could not
     */
    public <T> T readUnion(Decoder<? extends @Nullable T> variants, Unknown<? extends T> unknown) {
        T known = readKnown(variants);
        return known == null ? unknown.create(readRest(), problem) : known;
    }

    /**
     * As {@link #readUnion(Decoder, Unknown)}, of a union whose unknown variant knows the tag.
     *
     * @param tag the name of the member that is the tag; where it is missing or no string, the empty string stands for it
     */
    public <T> T readUnion(Decoder<? extends @Nullable T> variants, String tag, TaggedUnknown<? extends T> unknown) {
        T known = readKnown(variants);
        if (known != null) {
            return known;
        }
        JsonValue json = readRest();
        return unknown.create(tagOf(json, tag), json, problem);
    }

    /** Returns null, with the problem if there was one, and stands where it stood, if no variant takes the value. */
    private <T> @Nullable T readKnown(Decoder<? extends @Nullable T> variants) {
        boolean structure = in.currentToken().isStructStart();
        int position = in.position();
        JsonReadContext around = structure ? in.scope().getParent() : in.scope();
        JsonReadContext outer = aroundUnion;
        int depth = frames.depth();
        int height = elements.size();
        String mismatched = null;
        aroundUnion = around;
        try {
            T value = variants.read(this);
            if (value != null) {
                return value;
            }
        } catch (Mismatch mismatch) {
            mismatched = mismatch.description();
        } finally {
            aroundUnion = outer;
        }
        problem = mismatched;
        frame = frames.closeTo(depth);
        elements.cut(height);
        if (structure) {
            in.reopen(position, around);
        }
        return null;
    }

    private JsonValue readRest() {
        JsonValue json = tree.read();
        duplicates |= tree.sawDuplicates();
        return json;
    }

    /**
     * Returns whether the text had two members of one name where it matters. Then what was read is not to be used: a look
     * ahead may have seen the first of the two, or a mismatch come from it.
     */
    boolean sawDuplicates() {
        return duplicates;
    }

    /** Throws a mismatch if the value is no object. */
    void expectObject() {
        expect(JsonToken.START_OBJECT, JsonKind.OBJECT);
    }

    /** Returns whether any value read as a tree had two members of one name; harmless by itself, the last one is kept. */
    boolean sawDuplicatesInTrees() {
        return tree.sawDuplicates();
    }

    private void expect(JsonToken token, JsonKind kind) {
        if (in.currentToken() != token) {
            throw unexpected(kind);
        }
    }

    private void expectNumber() {
        if (!in.currentToken().isNumeric()) {
            throw unexpected(JsonKind.NUMBER);
        }
    }

    private void keep(String name, JsonValue value) {
        if (!frame.keep(name, value)) {
            duplicates = true;
        }
    }

    private int find(String member) {
        return in.currentToken() == JsonToken.START_OBJECT ? lookahead.value(in.position(), member) : Lookahead.ABSENT;
    }

    private Mismatch unexpected(JsonKind expected) {
        return mismatch("expected " + expected.phrase() + ", found " + kind().phrase());
    }

    private Mismatch unfit(String expected) {
        String literal = in.getString();
        return mismatch("expected " + expected + ", found "
                + (literal.length() <= LITERAL_IN_MESSAGE ? literal : literal.substring(0, LITERAL_IN_MESSAGE) + '…'));
    }

    private Mismatch mismatch(String reason) {
        return new Mismatch(JsonPath.between(aroundUnion, in.scope()), reason);
    }
}
