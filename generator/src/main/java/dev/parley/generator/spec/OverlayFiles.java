package dev.parley.generator.spec;

import dev.parley.generator.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The overlay files that a list of paths stands for: a file for itself, a folder for the overlays in it. */
final class OverlayFiles {

    private static final Pattern OVERLAY = Pattern.compile(".+\\.(yaml|yml|json)");

    private OverlayFiles() {}

    /** Returns the files in the order of the paths, those of a folder in the order of their names. */
    static List<Path> of(List<Path> paths, Diagnostics diagnostics) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(inFolder(path, diagnostics));
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static List<Path> inFolder(Path folder, Diagnostics diagnostics) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(entry -> Files.isRegularFile(entry)
                            && OVERLAY.matcher(entry.getFileName().toString()).matches())
                    .sorted((a, b) ->
                            a.getFileName().toString().compareTo(b.getFileName().toString()))
                    .toList();
            if (files.isEmpty()) {
                refuse(folder, "the folder has no overlay in it", diagnostics);
            }
            return files;
        } catch (IOException e) {
            refuse(folder, "the folder cannot be read", diagnostics);
            return List.of();
        }
    }

    private static void refuse(Path folder, String message, Diagnostics diagnostics) {
        diagnostics.error(
                "overlay-folder",
                folder.toString(),
                message,
                "give a file, or a folder with .yaml, .yml or .json files");
    }
}
