package dev.parley.runtime.event;

import java.util.concurrent.Flow;

/** Counts, asks for one more with each event, and measures the stack. */
class CountingSubscriber implements Flow.Subscriber<Integer> {
    Flow.Subscription subscription;
    int count;
    int deepest;
    boolean completed;

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(Integer item) {
        count++;
        if (count % 1000 == 0) {
            deepest = Math.max(deepest, depth());
        }
        subscription.request(1);
    }

    @Override
    public void onError(Throwable throwable) {
        throw new AssertionError(throwable);
    }

    @Override
    public void onComplete() {
        completed = true;
    }

    /** Returns the frames of this project that are on the stack. */
    private static int depth() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("dev.parley"))
                        .count())
                .intValue();
    }
}
