package dev.parley.benchmarks.stream;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.parley.benchmarks.call.Answers;
import dev.parley.benchmarks.call.Work;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.Order;
import dev.parley.openai.service.AsyncConversationItemPage;
import dev.parley.openai.service.ConversationItemPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** The process of one contestant that walks over all pages. */
final class PageWork implements Work {

    /** Who walks. */
    enum Walker {
        BY_HAND("page by page, by hand"),
        ALL("all()"),
        STREAM("stream()"),
        PUBLISHER("all() of an async page"),
        OFFICIAL("openai-java 4.101.0, autoPager()");

        final String label;

        Walker(String label) {
            this.label = label;
        }
    }

    private static final int POINTS = 10;

    private final Walker walker;
    private final OpenAiClient client;
    private final String baseUrl;
    private final int items;
    private long count;

    private PageWork(Walker walker, String baseUrl, int pages) {
        this.walker = walker;
        this.baseUrl = baseUrl;
        items = pages * Answers.ITEMS_OF_A_PAGE;
        client = OpenAiClient.builder().baseUrl(baseUrl).apiKey("sk-test").build();
    }

    /** Takes the name of the walker, the base URL of the server, and the number of pages that it has. */
    public static void main(String[] arguments) throws Exception {
        Work.serve(new PageWork(Walker.valueOf(arguments[0]), arguments[1], Integer.parseInt(arguments[2])));
    }

    /**
     * Orders are {@code during MILLIS}, whose figure is items per second of so many whole walks, at least one, and
     * {@code heap}, whose figures are the mebibytes that are alive after each tenth of the items.
     */
    @Override
    public double[] done(String[] order) {
        if (order[0].equals("heap")) {
            return heap();
        }
        long nanos = Long.parseLong(order[1]) * 1_000_000;
        long start = System.nanoTime();
        long walked = 0;
        do {
            walk(number -> {});
            walked += items;
        } while (System.nanoTime() - start < nanos);
        return new double[] {walked / ((System.nanoTime() - start) / 1e9)};
    }

    private double[] heap() {
        List<Double> alive = new ArrayList<>();
        walk(number -> {
            if (number % (items / POINTS) == 0) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                alive.add((runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
            }
        });
        return alive.stream().mapToDouble(each -> each).toArray();
    }

    private void walk(LongConsumer each) {
        count = 0;
        switch (walker) {
            case BY_HAND -> byHand(each);
            case ALL -> {
                for (ConversationItem item : first().all()) {
                    taken(item, each);
                }
            }
            case STREAM -> first().stream().forEach(item -> taken(item, each));
            case PUBLISHER ->
                client.async()
                        .conversations()
                        .items()
                        .list("conv_1", q -> q.limit(100L).order(Order.Known.ASC))
                        .thenCompose(page -> allOf(page, each))
                        .join();
            case OFFICIAL -> official(each);
        }
        if (count != items) {
            throw new IllegalStateException(count + " items came");
        }
    }

    private CompletableFuture<?> allOf(AsyncConversationItemPage page, LongConsumer each) {
        return page.forEach(item -> taken(item, each));
    }

    private ConversationItemPage first() {
        return client.conversations().items().list("conv_1", q -> q.limit(100L).order(Order.Known.ASC));
    }

    private void byHand(LongConsumer each) {
        ConversationItemPage page = first();
        while (true) {
            for (ConversationItem item : page.response().data()) {
                taken(item, each);
            }
            String last = page.response().lastId();
            if (!page.response().hasMore()) {
                return;
            }
            page = client.conversations()
                    .items()
                    .list("conv_1", q -> q.limit(100L).order(Order.Known.ASC).after(last));
        }
    }

    private void official(LongConsumer each) {
        OpenAIOkHttpClient.builder()
                .baseUrl(baseUrl)
                .apiKey("sk-test")
                .build()
                .conversations()
                .items()
                .list("conv_1")
                .autoPager()
                .forEach(item -> taken(item, each));
    }

    private void taken(Object item, LongConsumer each) {
        if (item instanceof ConversationItem.Unknown) {
            throw new IllegalStateException("the item is not known");
        }
        each.accept(++count);
    }
}
