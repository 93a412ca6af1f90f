package dev.parley.runtime.http;

import java.util.concurrent.Flow;

/** Turns away everyone who subscribes to a body after the first. */
final class Refusal implements Flow.Subscription {
    private Refusal() {}

    static void of(Flow.Subscriber<?> subscriber) {
        subscriber.onSubscribe(new Refusal());
        subscriber.onError(new IllegalStateException("the body of an answer can be read once"));
    }

    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
}
