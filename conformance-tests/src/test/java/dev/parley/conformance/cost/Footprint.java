package dev.parley.conformance.cost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * What the files of a jar take up. Within the build a jar may be a folder yet, so that each file is compressed here, in the
 * same way for both.
 *
 * @param bytes of all files as entries of a jar: compressed, with their two headers
 * @param classes how many classes there are, without those for newer JVMs alone
 */
record Footprint(long bytes, int classes) {

    /** The fixed parts of the local header and of the one in the directory of a ZIP file. */
    private static final int HEADERS = 30 + 46;

    static Footprint of(Path jarOrFolder) throws IOException {
        if (Files.isDirectory(jarOrFolder)) {
            return below(jarOrFolder);
        }
        try (FileSystem jar = FileSystems.newFileSystem(jarOrFolder)) {
            return below(jar.getPath("/"));
        }
    }

    private static Footprint below(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        long bytes = 0;
        int classes = 0;
        for (Path file : files) {
            String name = root.relativize(file).toString();
            bytes += HEADERS + 2L * name.getBytes(StandardCharsets.UTF_8).length + compressed(Files.readAllBytes(file));
            boolean isOfNewerJvm = name.startsWith("META-INF");
            boolean isType = name.endsWith(".class") && !name.endsWith("-info.class");
            classes += isType && !isOfNewerJvm ? 1 : 0;
        }
        return new Footprint(bytes, classes);
    }

    private static long compressed(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                deflater.deflate(buffer);
            }
            return deflater.getBytesWritten();
        } finally {
            deflater.end();
        }
    }
}
