package dev.parley.conformance.strict;

import dev.parley.runtime.call.Interceptor;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What a test sends and is answered, held against the documents when the test is over. What a test gets wrong on purpose
 * it has to excuse, with the reason: all requests or answers, or those findings that a pattern is found in.
 */
public final class ExchangeNet {

    private static final int MOST_SHOWN = 12;

    private final Collection<Supplier<List<Finding>>> exchanges = new ConcurrentLinkedQueue<>();
    private final List<Pattern> excuses = new ArrayList<>();
    private boolean requestsExcused;
    private boolean answersExcused;

    /** Looks at no request. */
    public void excuseRequests(String why) {
        requestsExcused |= !why.isEmpty();
    }

    /** Looks at no answer. */
    public void excuseAnswers(String why) {
        answersExcused |= !why.isEmpty();
    }

    /**
     * Takes no notice of what a test gets wrong on purpose.
     *
     * @param finding a regular expression that is looked for in what was found
     * @param why the purpose
     */
    public void excuse(String finding, String why) {
        if (!why.isEmpty()) {
            excuses.add(Pattern.compile(finding));
        }
    }

    /** Takes a request. */
    public void request(String method, String target, Map<String, List<String>> headers, String body) {
        exchanges.add(() -> requestsExcused ? List.of() : Validity.ofRequest(method, target, headers, body));
    }

    /**
     * An interceptor around calls that takes each answer. Around a call the body is in memory, and what is read of it is
     * not lost to the call; a stream of events is not, and is left to {@code TestKitStreamTest}.
     */
    public Interceptor answers() {
        return (request, next) -> {
            CompletableFuture<HttpResponse> answered = next.proceed(request);
            answered.whenComplete((response, failure) -> {
                if (response != null && !isStream(request, response)) {
                    ByteArrayInputStream body = (ByteArrayInputStream) response.body();
                    take(request, response, new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
            });
            return answered;
        };
    }

    /** Throws an {@code AssertionError} that lists what was found. */
    public void verify() {
        List<Finding> findings = new ArrayList<>();
        for (Supplier<List<Finding>> exchange : exchanges) {
            findings.addAll(Validity.errors(exchange.get()));
        }
        findings.removeIf(finding -> excuses.stream()
                .anyMatch(excuse -> excuse.matcher(finding.toString()).find()));
        if (!findings.isEmpty()) {
            StringBuilder message = new StringBuilder(findings.size() + " violations of the document:");
            findings.stream()
                    .distinct()
                    .limit(MOST_SHOWN)
                    .forEach(finding -> message.append("\n  ").append(finding));
            throw new AssertionError(message.toString());
        }
    }

    private static boolean isStream(HttpRequest request, HttpResponse response) {
        boolean asked = String.valueOf(request.headers().first("accept")).contains("event-stream");
        return asked && response.status() < 300;
    }

    private void take(HttpRequest request, HttpResponse response, String body) {
        URI uri = request.uri();
        String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        Map<String, List<String>> headers = new LinkedHashMap<>();
        String type = response.headers().first("content-type");
        if (type != null) {
            headers.put("content-type", List.of(type.toLowerCase(Locale.ROOT)));
        }
        exchanges.add(() -> answersExcused
                ? List.of()
                : Validity.ofAnswer(request.method(), target, response.status(), headers, body));
    }
}
