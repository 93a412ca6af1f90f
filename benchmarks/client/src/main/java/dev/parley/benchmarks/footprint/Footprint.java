package dev.parley.benchmarks.footprint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * What one jar takes up.
 *
 * @param name the file name of the jar
 * @param bytes the length of the jar
 * @param classes how many classes are in it, without those for newer JVMs alone
 */
record Footprint(String name, long bytes, int classes) {

    /** Returns the footprint of a jar, or of a folder of classes as the jar that it would make. */
    static Footprint of(Path jarOrFolder) throws IOException {
        if (Files.isDirectory(jarOrFolder)) {
            Path packed = Files.createTempFile("footprint", ".jar");
            try {
                pack(jarOrFolder, packed);
                return measured(packed, jarOrFolder.toString());
            } finally {
                Files.delete(packed);
            }
        }
        return measured(jarOrFolder, jarOrFolder.getFileName().toString());
    }

    /** Returns the sum of some. */
    static Footprint sum(String name, Collection<Footprint> parts) {
        return new Footprint(
                name,
                parts.stream().mapToLong(Footprint::bytes).sum(),
                parts.stream().mapToInt(Footprint::classes).sum());
    }

    private static Footprint measured(Path jar, String name) throws IOException {
        try (ZipFile entries = new ZipFile(jar.toFile())) {
            int classes = (int) entries.stream().filter(Footprint::isClass).count();
            return new Footprint(name, Files.size(jar), classes);
        }
    }

    private static boolean isClass(ZipEntry entry) {
        String name = entry.getName();
        return name.endsWith(".class") && !name.endsWith("-info.class") && !name.startsWith("META-INF/");
    }

    private static void pack(Path folder, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Path file : files) {
                out.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                try (InputStream content = Files.newInputStream(file)) {
                    content.transferTo(out);
                }
            }
        }
        Files.write(jar, bytes.toByteArray());
    }
}
