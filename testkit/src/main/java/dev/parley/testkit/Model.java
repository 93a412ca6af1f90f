package dev.parley.testkit;

/**
 * What answers {@code POST /responses} of a {@link ConversationsServer}. The server calls it for one request at a time, in
 * the order of the requests, and holds all others back meanwhile; so a model must neither wait nor call the server.
 *
 * <p>What a model throws is answered as status 500 with its message.
 */
@FunctionalInterface
public interface Model {

    /**
     * Answers a request.
     *
     * @param request what was asked, checked by the server
     * @return the answer
     */
    ModelAnswer answer(ModelRequest request);

    /**
     * Returns the model that a server has unless it is given another: it answers {@code You said: } and the last text that
     * a user wrote.
     *
     * @return the model
     */
    static Model echo() {
        return request -> ModelAnswer.text("You said: " + request.lastUserText());
    }
}
