/** The client: start at its one class. */
@NullMarked
package example.atlas; // made from openapi.yaml

import org.jspecify.annotations.NullMarked;
