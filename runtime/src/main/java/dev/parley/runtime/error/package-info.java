/**
 * What can go wrong in a call, as unchecked exceptions under {@link dev.parley.runtime.error.ParleyException}: the
 * server's refusal, the failed transport, the answer that cannot be read, the list that never ends.
 *
 * <p>No message here may hold a credential, the value of a header other than the request id, or the dump of a body.
 */
@NullMarked
package dev.parley.runtime.error;

import org.jspecify.annotations.NullMarked;
