package dev.parley.generator.emit;

import java.util.regex.Pattern;

/** Text of the document in the line comment that opens a file. */
public final class HeaderComment {

    /** A backslash could begin a Unicode escape, which the compiler reads in comments too. */
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.#/~{}$ -]");

    private HeaderComment() {}

    /** Returns a file name or a pointer without the characters that are not plain in one. */
    public static String plain(String place) {
        return UNSAFE.matcher(place).replaceAll("");
    }
}
