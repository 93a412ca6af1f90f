package dev.parley.runtime.http;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The rules for names and values of headers. No message of this class holds a value: it may be a secret. */
public final class HeaderSyntax {
    private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

    /** Words of a header's name that make its value one that nobody should see. */
    private static final Set<String> SENSITIVE_WORDS =
            Set.of("authorization", "auth", "cookie", "cookie2", "key", "token", "secret", "password", "credential");

    /** Headers that frame the message or route it: only the transport, which knows the message, may set them. */
    private static final Set<String> OWNED_BY_TRANSPORT =
            Set.of("connection", "content-length", "expect", "host", "te", "trailer", "transfer-encoding", "upgrade");

    private static final char DELETE = '\u007f';

    private HeaderSyntax() {}

    /** Returns the name in lower case. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns whether the value of the header may hold a secret. */
    public static boolean isSensitive(String name) {
        for (String word : folded(name).split("[-_.]")) {
            for (String sensitive : SENSITIVE_WORDS) {
                if (word.endsWith(sensitive)) { // also of words that nobody parted, such as "accesstoken"
                    return true;
                }
            }
        }
        return false;
    }

    public static void requireName(String name) {
        if (Objects.requireNonNull(name, "the name of a header").isEmpty()) {
            throw new IllegalArgumentException("the name of a header is empty");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isTokenChar(c)) {
                throw new IllegalArgumentException("the name of a header holds " + described(c) + " at index " + i
                        + "; a name is made of ASCII letters, digits and " + TOKEN_PUNCTUATION);
            }
        }
    }

    /**
     * Refuses what could end the header and start another: every control character of ASCII but the tab. What is beyond
     * ASCII passes, since answers hold it: a file's name in UTF-8, byte by byte, has characters of all kinds.
     */
    public static void requireValue(String name, String value) {
        if (value == null) {
            throw new NullPointerException("the value of header '" + name + "'");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == DELETE) {
                throw new IllegalArgumentException("the value of header '" + name + "' holds " + described(c)
                        + " at index " + i + "; remove control characters and line breaks");
            }
        }
    }

    /** Refuses what a client must not send in a header of its own. */
    public static void requireSendable(String name, String value) {
        requireName(name);
        requireValue(name, value);
        if (OWNED_BY_TRANSPORT.contains(folded(name))) {
            throw new IllegalArgumentException("header '" + name + "' is set by the transport and cannot be set here");
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > '~') {
                throw new IllegalArgumentException("the value of header '" + name + "' holds "
                        + described(value.charAt(i)) + " at index " + i + "; only ASCII can be sent in a header");
            }
        }
    }

    private static boolean isTokenChar(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || TOKEN_PUNCTUATION.indexOf(c) >= 0;
    }

    private static String described(char c) {
        return switch (c) {
            case '\r' -> "a carriage return";
            case '\n' -> "a line feed";
            case '\0' -> "a NUL";
            case ' ' -> "a space";
            default -> String.format(Locale.ROOT, "the character U+%04X", (int) c);
        };
    }
}
