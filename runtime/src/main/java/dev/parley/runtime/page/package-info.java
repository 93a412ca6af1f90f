/**
 * Pages of a list that the server hands out piece by piece, and the walk over all of their items.
 *
 * <p>It knows no endpoint, no query parameter and no transport: how the next page is fetched is decided by the page
 * types that generated code derives from {@link dev.parley.runtime.page.Page}.
 */
@NullMarked
package dev.parley.runtime.page;

import org.jspecify.annotations.NullMarked;
