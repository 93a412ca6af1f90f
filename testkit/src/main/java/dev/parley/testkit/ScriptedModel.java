package dev.parley.testkit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A model that gives prepared answers, one for each request, in order. A request beyond the last is answered as status 500,
 * so that a test notices. May be used by several threads.
 */
public final class ScriptedModel implements Model {

    private final Deque<ModelAnswer> answers;

    private ScriptedModel(List<ModelAnswer> answers) {
        this.answers = new ArrayDeque<>(answers);
    }

    /**
     * Returns a model that answers these texts.
     *
     * @param texts a text for each request
     * @return the model
     */
    public static ScriptedModel of(String... texts) {
        return new ScriptedModel(Arrays.stream(texts).map(ModelAnswer::text).toList());
    }

    /**
     * Returns a model that gives these answers.
     *
     * @param answers an answer for each request
     * @return the model
     */
    public static ScriptedModel of(ModelAnswer... answers) {
        return new ScriptedModel(List.of(answers));
    }

    /**
     * Appends an answer.
     *
     * @param answer the answer to a further request
     * @return this model
     */
    public synchronized ScriptedModel add(ModelAnswer answer) {
        answers.add(answer);
        return this;
    }

    /**
     * Takes the next answer.
     *
     * @param request not looked at
     * @return the answer
     * @throws IllegalStateException if all answers have been given
     */
    @Override
    public synchronized ModelAnswer answer(ModelRequest request) {
        ModelAnswer answer = answers.poll();
        if (answer == null) {
            throw new IllegalStateException("the scripted model has no answer left; add one for each request");
        }
        return answer;
    }
}
