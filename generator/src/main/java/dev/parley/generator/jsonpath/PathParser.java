package dev.parley.generator.jsonpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads queries: segments and selectors. */
final class PathParser {

    private final PathText text;

    PathParser(PathText text) {
        this.text = text;
    }

    /**
     * Reads a whole text.
     *
     * @throws JsonPathException if it is no query
     */
    static Query parse(String text) {
        PathText path = new PathText(text);
        path.require("$");
        Query query = new PathParser(path).query(true);
        if (!path.atEnd()) {
            throw path.wrong("there should be . or [");
        }
        return query;
    }

    /** Reads the segments behind {@code $} or {@code @}. */
    Query query(boolean absolute) {
        List<Query.Segment> segments = new ArrayList<>();
        int end = text.mark();
        text.blanks();
        while (text.isNext(".") || text.isNext("[")) {
            segments.add(segment());
            end = text.mark();
            text.blanks();
        }
        text.reset(end);
        return new Query(absolute, segments);
    }

    private Query.Segment segment() {
        boolean descendants = text.take("..");
        if (text.isNext("[")) {
            return new Query.Segment(descendants, selectors());
        }
        if (!descendants) {
            text.require(".");
        }
        return new Query.Segment(
                descendants, List.of(text.take("*") ? new Selector.Wildcard() : new Selector.Name(text.member())));
    }

    private List<Selector> selectors() {
        text.require("[");
        text.enter();
        List<Selector> selectors = new ArrayList<>();
        do {
            text.blanks();
            selectors.add(selector());
            text.blanks();
        } while (text.take(","));
        text.require("]");
        text.leave();
        return selectors;
    }

    private Selector selector() {
        if (text.take("*")) {
            return new Selector.Wildcard();
        }
        if (text.take("?")) {
            text.blanks();
            return new Selector.Filter(new FilterParser(text).condition());
        }
        String name = text.string();
        return name == null ? position() : new Selector.Name(name);
    }

    private Selector position() {
        Long start = text.integer();
        int end = text.mark();
        text.blanks();
        if (!text.take(":")) {
            text.reset(end);
            if (start == null) {
                throw text.wrong("there should be a name in quotes, an index, * or ?");
            }
            return new Selector.Index(start);
        }
        text.blanks();
        Long stop = text.integer();
        text.blanks();
        Long step = null;
        if (text.take(":")) {
            text.blanks();
            step = text.integer();
        }
        return new Selector.Slice(start, stop, Objects.requireNonNullElse(step, 1L));
    }
}
