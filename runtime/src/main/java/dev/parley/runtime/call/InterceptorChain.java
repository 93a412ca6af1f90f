package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The interceptors that are left for a request, and what comes behind the last one. */
record InterceptorChain(List<Interceptor> left, CallInfo call, int attempt, Sender last) implements Interceptor.Next {

    /** What a chain of interceptors ends in. */
    interface Sender {
        CompletableFuture<HttpResponse> send(HttpRequest request);
    }

    @Override
    public CompletableFuture<HttpResponse> proceed(HttpRequest request) {
        if (left.isEmpty()) {
            return last.send(request);
        }
        Interceptor first = left.get(0);
        InterceptorChain rest = new InterceptorChain(left.subList(1, left.size()), call, attempt, last);
        CompletableFuture<HttpResponse> answered;
        try {
            answered = first.intercept(request, rest);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
        if (answered == null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("an interceptor returned null instead of a future"));
        }
        return answered;
    }
}
