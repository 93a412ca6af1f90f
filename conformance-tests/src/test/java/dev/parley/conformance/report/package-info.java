/** What the suite has shown of each operation and item type, and the report of it. */
@NullMarked
package dev.parley.conformance.report;

import org.jspecify.annotations.NullMarked;
