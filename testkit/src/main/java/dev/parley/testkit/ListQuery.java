package dev.parley.testkit;

import dev.parley.runtime.json.JsonString;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a list a client asks for.
 *
 * @param ascending whether the oldest item comes first
 * @param limit the most items of a page
 * @param after the item behind which the page starts, null for the start of the list
 * @param before the item in front of which the page ends, null for the end of the list
 */
record ListQuery(
        boolean ascending,
        int limit,
        @Nullable String after,
        @Nullable String before) {

    private static final String DEFAULT_LIMIT = "20";
    private static final int MIN_LIMIT = 1;
    private static final int MAX_LIMIT = 100;
    private static final List<String> ORDERS = List.of("asc", "desc");

    /**
     * Reads the query of a request.
     *
     * @throws ApiError if a parameter is out of its range
     */
    static ListQuery of(QueryParameters query) {
        String order = query.first("order");
        if (order != null && !ORDERS.contains(order)) {
            throw ApiError.invalidValue("order", order, ORDERS);
        }
        return new ListQuery(
                "asc".equals(order), limit(query.first("limit")), query.first("after"), query.first("before"));
    }

    /**
     * Cuts the page out of a list. With {@code before} alone it is the page that ends in front of that item,
     * otherwise the one that starts behind {@code after}.
     *
     * @param oldestFirst the whole list
     * @throws ApiError if a cursor is no item of the list
     */
    ItemPage page(List<StoredItem> oldestFirst) {
        List<StoredItem> items = new ArrayList<>(oldestFirst);
        if (!ascending) {
            Collections.reverse(items);
        }
        int from = after == null ? 0 : position(items, after, "after") + 1;
        int to = before == null ? items.size() : position(items, before, "before");
        List<StoredItem> window = from < to ? items.subList(from, to) : List.of();
        boolean hasMore = window.size() > limit;
        if (!hasMore) {
            return new ItemPage(window, false);
        }
        boolean backwards = before != null && after == null;
        int start = backwards ? window.size() - limit : 0;
        return new ItemPage(window.subList(start, start + limit), true);
    }

    private static int position(List<StoredItem> items, String id, String param) {
        for (int index = 0; index < items.size(); index++) {
            if (items.get(index).id().equals(id)) {
                return index;
            }
        }
        throw ApiError.itemNotFound(id, param);
    }

    private static int limit(@Nullable String sent) {
        String text = sent == null ? DEFAULT_LIMIT : sent;
        if (!text.matches("-?\\d+")) {
            throw ApiError.invalidType("limit", "an integer", new JsonString(text));
        }
        BigInteger value = new BigInteger(text);
        if (value.compareTo(BigInteger.valueOf(MAX_LIMIT)) > 0) {
            throw ApiError.aboveMaximum("limit", MAX_LIMIT, text);
        }
        if (value.compareTo(BigInteger.valueOf(MIN_LIMIT)) < 0) {
            throw ApiError.belowMinimum("limit", MIN_LIMIT, text);
        }
        return value.intValue();
    }
}
