package dev.parley.generator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the API, as a method of a service.
 *
 * @param pointer its place in the document
 * @param operationId the document's {@code operationId}, or empty
 * @param verb what a person calls it: {@code create}, {@code retrieve}, {@code update}, {@code list}, {@code delete} …
 * @param method the HTTP method in upper case
 * @param path the path template, such as {@code /conversations/{conversation_id}}, with a query that every call has behind it
 * @param access where it is called and as whom, if not as the other operations
 * @param pathParameters in the order of the path
 * @param request the type that holds everything else a call sends, or {@code null} if there is nothing else
 * @param response the type of the answer, {@link TypeRef.Scalar#FILE} for bytes as they come in, or {@code null} if it has
 *     none
 * @param paging how the pages of a list follow each other, or {@code null} if the operation is no list
 * @param streaming how the operation answers with events, or {@code null} if it never does
 * @param answering how the answer is read
 * @param curated whether a person chose what it or its resource is called
 */
public record Operation(
        String pointer,
        String operationId,
        String verb,
        String method,
        String path,
        Access access,
        List<Parameter> pathParameters,
        @Nullable Request request,
        @Nullable TypeRef response,
        @Nullable Paging paging,
        @Nullable Streaming streaming,
        Documentation documentation,
        boolean deprecated,
        Answering answering,
        boolean curated) {

    public Operation {
        pathParameters = List.copyOf(pathParameters);
    }

    /** Makes an operation that answers JSON, and that nobody gave a name. */
    public Operation(
            String pointer,
            String operationId,
            String verb,
            String method,
            String path,
            Access access,
            List<Parameter> pathParameters,
            @Nullable Request request,
            @Nullable TypeRef response,
            @Nullable Paging paging,
            @Nullable Streaming streaming,
            Documentation documentation,
            boolean deprecated) {
        this(
                pointer,
                operationId,
                verb,
                method,
                path,
                access,
                pathParameters,
                request,
                response,
                paging,
                streaming,
                documentation,
                deprecated,
                Answering.JSON,
                false);
    }

    /** Returns whether events are all that the operation answers with. */
    public boolean streamsOnly() {
        return streaming != null && response == null;
    }

    /**
     * Where an operation is called, and as whom.
     *
     * @param server the base URL of its own, or empty
     * @param credentials the choices of credential schemes that are needed together, or {@code null} for those of the client
     */
    public record Access(String server, @Nullable List<List<String>> credentials) {

        /** As the client says. */
        public static final Access DEFAULT = new Access("", null);
    }

    /**
     * The request of an operation.
     *
     * @param type a {@link RequestDeclaration}, a {@link RecordDeclaration} that is the body, or any other body type
     * @param parameters the query, header and cookie parameters that {@code type} carries; empty if {@code type} is the body itself
     * @param body the type of the body, or {@code null} if there is none
     * @param optional whether a call may leave the whole request out; an empty one is sent then
     * @param sending how the body goes out
     */
    public record Request(
            TypeRef type,
            List<Parameter> parameters,
            @Nullable TypeRef body,
            boolean optional,
            Sending sending) {

        public Request {
            parameters = List.copyOf(parameters);
        }

        /** Makes a request whose body is JSON. */
        public Request(TypeRef type, List<Parameter> parameters, @Nullable TypeRef body, boolean optional) {
            this(type, parameters, body, optional, Sending.JSON);
        }
    }

    /**
     * How the pages of a list follow each other.
     *
     * @param page the record of one page
     * @param items the wire name of its list
     * @param element the type of the list's elements
     * @param hasMore the wire name of the boolean that says whether there are more pages
     * @param lastId the wire name of the cursor to go on from
     * @param after the query parameter that takes the cursor
     * @param backwards how pages lead to the front of the list, or {@code null} if they cannot
     */
    public record Paging(
            DeclarationId page,
            String items,
            TypeRef element,
            String hasMore,
            String lastId,
            String after,
            @Nullable Backwards backwards) {}

    /**
     * How pages lead to the front of a list.
     *
     * @param firstId the wire name of the cursor to go on from
     * @param before the query parameter that takes the cursor
     */
    public record Backwards(String firstId, String before) {}

    /**
     * How an operation answers with events.
     *
     * @param event the type of one event
     * @param name what a person calls it: {@code stream}, {@code retrieve stream}; the verb if it answers nothing else
     * @param flag what the request says so that events come, or {@code null} if it says nothing
     */
    public record Streaming(
            TypeRef event, NameHint name, @Nullable Flag flag) {}

    /** What a request says so that events come, and not one answer. */
    public sealed interface Flag {

        /** Returns the wire name of the member or parameter. */
        String wireName();

        /**
         * A boolean member of the body.
         *
         * @param body the record that has it
         */
        record Member(DeclarationId body, String wireName) implements Flag {}

        /**
         * A boolean query parameter.
         *
         * @param wireName its name
         */
        record Query(String wireName) implements Flag {}
    }
}
