/**
 * Bodies of requests that are not JSON: files, multipart bodies and forms.
 *
 * <p>It knows no endpoint, and no call; a transport reads what it makes.
 */
@NullMarked
package dev.parley.runtime.body;

import org.jspecify.annotations.NullMarked;
