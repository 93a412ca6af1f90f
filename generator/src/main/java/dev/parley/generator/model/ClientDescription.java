package dev.parley.generator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entry point of the client.
 *
 * @param name what to call the class
 * @param title the title of the document
 * @param documentation the prose of the document
 * @param server where the calls go unless the user says
 * @param credentials what the calls can say who they are by
 * @param needed the choices of credential schemes that a call needs together, unless its operation says; none if it needs none
 * @param baseUrlVariable the environment variable that overrides the server
 * @param templates the set of templates, beside those for every client, that the document asks for; empty for none
 * @param headers further settings that go out as headers with every call
 */
public record ClientDescription(
        NameHint name,
        String title,
        Documentation documentation,
        Server server,
        List<Credential> credentials,
        List<List<String>> needed,
        String baseUrlVariable,
        String templates,
        List<HeaderOption> headers) {

    public ClientDescription {
        credentials = List.copyOf(credentials);
        needed = List.copyOf(needed);
        headers = List.copyOf(headers);
    }

    /**
     * The server of the document.
     *
     * @param url the URL of the first server, with variables in braces and no slash at its end; empty for none
     * @param variables the variables of that URL
     * @param all what the document says of its servers, a line for each; for the reader
     */
    public record Server(String url, List<ServerVariable> variables, List<String> all) {

        /** No server at all. */
        public static final Server NONE = new Server("", List.of(), List.of());

        public Server {
            variables = List.copyOf(variables);
            all = List.copyOf(all);
        }
    }

    /**
     * A variable of the URL of the server.
     *
     * @param option what the builder method is called
     * @param name its name in the URL
     * @param value what it is unless set, or {@code null}
     * @param allowed what it may be; empty for anything
     * @param documentation what it is
     */
    public record ServerVariable(
            NameHint option, String name, @Nullable String value, List<String> allowed, Documentation documentation) {

        public ServerVariable {
            allowed = List.copyOf(allowed);
        }
    }

    /**
     * A credential that the client can be given.
     *
     * @param scheme the name of its scheme in the document
     * @param place how it is sent
     * @param key the name of the header, the parameter or the cookie; empty for the header {@code authorization}
     * @param option what the builder method is called
     * @param variable the environment variable that it is read from
     * @param documentation what it is
     */
    public record Credential(
            String scheme, Place place, String key, NameHint option, String variable, Documentation documentation) {

        /** How a credential is sent. */
        public enum Place {
            /** As a bearer token. */
            BEARER,
            /** As user and password. */
            BASIC,
            /** As a header of its own. */
            HEADER,
            /** As a query parameter. */
            QUERY,
            /** As a cookie. */
            COOKIE
        }
    }

    /**
     * A setting of the client that goes out as a header.
     *
     * @param option what the builder method is called
     * @param header the name of the header
     * @param variable the environment variable that it is read from
     * @param documentation what it is
     */
    public record HeaderOption(NameHint option, String header, String variable, Documentation documentation) {}
}
