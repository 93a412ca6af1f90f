/**
 * A server of the Conversations and Responses APIs that lives in the JVM of a test, answers on the loopback interface and holds everything in
 * memory; {@link dev.parley.testkit.ConversationsServer} is where to start.
 *
 * <p>Nothing here may use a generated client, its codecs or a JSON library besides {@code dev.parley.runtime.json}: the
 * server is a witness that is independent of the code it tests.
 */
@NullMarked
package dev.parley.testkit;

import org.jspecify.annotations.NullMarked;
