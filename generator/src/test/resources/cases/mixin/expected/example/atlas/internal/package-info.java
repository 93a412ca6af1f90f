/** What stands behind the services and types. Not for use by applications. */
@NullMarked
package example.atlas.internal; // made from openapi.yaml

import org.jspecify.annotations.NullMarked;
