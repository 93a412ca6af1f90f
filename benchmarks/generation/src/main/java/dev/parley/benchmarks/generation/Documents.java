package dev.parley.benchmarks.generation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documents that are generated from, by what the page calls them. */
final class Documents {

    private static final Map<String, String> OFFICIAL = new LinkedHashMap<>();

    static {
        OFFICIAL.put("conversations", "conversations.yaml");
        OFFICIAL.put("conversations + responses", "conversations-responses.yaml");
        OFFICIAL.put("whole document", "openapi.yaml");
    }

    /** The document of this project, which is always there. */
    static final String OWN = "our document";

    private Documents() {}

    /** Returns the official documents that there are; without any of them that of this project. */
    static Map<String, Path> in(Path official, Path project) {
        Map<String, Path> documents = new LinkedHashMap<>();
        OFFICIAL.forEach((name, file) -> {
            Path document = official.resolve(file).toAbsolutePath().normalize();
            if (Files.isRegularFile(document)) {
                documents.put(name, document);
            }
        });
        if (documents.isEmpty()) {
            documents.put(OWN, own(project));
        }
        return documents;
    }

    /** Returns the document of this project. */
    static Path own(Path project) {
        return project.resolve("spec/openapi.yaml");
    }
}
