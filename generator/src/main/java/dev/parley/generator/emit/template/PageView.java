package dev.parley.generator.emit.template;

import java.util.List;

/**
 * What {@code page.mustache} and {@code async-page.mustache} read.
 *
 * @param source what the file was rendered from, for its header
 * @param packageName the package of the file
 * @param imports qualified names, sorted
 * @param type the name of the page type
 * @param element the type of an element
 * @param response the record of the answer
 * @param request the type of the request
 * @param items an expression for the elements of {@code response}
 * @param hasMore an expression for whether there are more pages
 * @param lastId an expression for the cursor to go on from
 * @param after the member of the request that takes the cursor
 * @param backwards how pages lead to the front of the list; empty or one element
 * @param operation the operation's name as Javadoc text
 */
record PageView(
        String source,
        String packageName,
        List<String> imports,
        String type,
        String element,
        String response,
        String request,
        String items,
        String hasMore,
        String lastId,
        String after,
        List<Backwards> backwards,
        String operation) {

    /**
     * How pages lead to the front of the list.
     *
     * @param firstId an expression for the cursor to go on from
     * @param before the member of the request that takes the cursor
     */
    record Backwards(String firstId, String before) {}
}
