/** The types of the API: immutable records, sealed unions and open enums. */
@NullMarked
package example.atlas.model; // made from openapi.yaml

import org.jspecify.annotations.NullMarked;
