/** The operations of the API, a service for each resource. */
@NullMarked
package example.atlas.service; // made from openapi.yaml

import org.jspecify.annotations.NullMarked;
