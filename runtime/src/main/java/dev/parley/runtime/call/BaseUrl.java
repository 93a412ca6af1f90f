package dev.parley.runtime.call;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address that all paths of an API stand below. No message of this class echoes it: it may hold a password. */
final class BaseUrl {
    private final String text;

    private BaseUrl(String text) {
        this.text = text;
    }

    /**
     * Reads an address such as {@code https://api.openai.com/v1}; a slash at its end makes no difference.
     *
     * @throws IllegalArgumentException if it is not http or https, has no host, or has a query, a fragment or user
     *     information
     */
    static BaseUrl parse(String text) {
        URI uri = uri(text);
        String scheme = uri.getScheme();
        if (scheme == null) {
            throw refused("has no scheme; it must start with https:// or http://");
        }
        if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
            throw refused(
                    "has the scheme '" + scheme.toLowerCase(Locale.ROOT) + "'; it must start with https:// or http://");
        }
        if (uri.getRawQuery() != null) {
            throw refused("has a query; leave out the '?' and what follows");
        }
        if (uri.getRawFragment() != null) {
            throw refused("has a fragment; leave out the '#' and what follows");
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0) {
            throw refused("has user information before the host; set the credential apart from it");
        }
        if (uri.getHost() == null) {
            throw refused("has no host name that is legal in an address");
        }
        if (uri.getPort() > 65535 || uri.getPort() == 0) {
            throw refused("has the port " + uri.getPort() + "; a port is 1 to 65535");
        }
        if (!uri.normalize().equals(uri)) {
            throw refused("has a path with '.', '..' or '//' in it");
        }
        return new BaseUrl(withoutSlashAtEnd(uri.toString()));
    }

    /** Returns the address of a path, percent-encoded and starting with a slash, below this one. */
    URI resolve(String target) {
        return URI.create(text + target);
    }

    @Override
    public String toString() {
        return text;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // The exception itself echoes its input, so it is not passed on as the cause.
            throw refused("cannot be read: " + e.getReason() + (e.getIndex() < 0 ? "" : " at index " + e.getIndex()));
        }
    }

    private static String withoutSlashAtEnd(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("the base URL " + reason);
    }
}
