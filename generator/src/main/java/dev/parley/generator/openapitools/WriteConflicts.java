package dev.parley.generator.openapitools;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.output.WritePlan.Conflict;
import java.util.List;

/** Says of each file that must not be touched why, and what to do. */
final class WriteConflicts {

    private static final String MINE =
            "to keep it, name it in .openapi-generator-ignore; to lose it, use --overwrite or parleyOverwrite";

    private WriteConflicts() {}

    static void report(List<Conflict> conflicts, Diagnostics diagnostics) {
        for (Conflict conflict : conflicts) {
            String path = conflict.path();
            switch (conflict.reason()) {
                case EDITED ->
                    diagnostics.error(
                            "edited-file", path, "the file has been changed by hand and would be overwritten", MINE);
                case EDITED_AND_LEFT_OVER ->
                    diagnostics.error(
                            "edited-file",
                            path,
                            "the file has been changed by hand and would be deleted, since it is no longer generated",
                            MINE);
                case FOREIGN ->
                    diagnostics.error(
                            "foreign-file",
                            path,
                            "the file would be overwritten, and no record says that it was generated",
                            MINE);
                case BLOCKED ->
                    diagnostics.error(
                            "output-path", path, "a folder stands where the file is to go", "move it out of the way");
            }
        }
    }
}
