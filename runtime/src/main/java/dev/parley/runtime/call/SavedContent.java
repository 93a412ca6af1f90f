package dev.parley.runtime.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Content on its way into a file, which is there when all of it is. */
final class SavedContent {
    private static final int PIECE = 64 * 1024;

    private SavedContent() {}

    /**
     * Writes the content to a file beside the target and moves it there.
     *
     * @param failures makes the exception for a failure to read
     * @throws UncheckedIOException if the file cannot be written
     */
    static void write(InputStream content, Path target, Function<IOException, ? extends RuntimeException> failures) {
        Path half = null;
        try {
            half = beside(target);
            copy(content, half, failures);
            move(half, target);
            half = null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        } finally {
            delete(half);
        }
    }

    private static Path beside(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(target + " is no file");
        }
        return Files.createTempFile(folder, ".parley-", ".part");
    }

    private static void copy(InputStream content, Path half, Function<IOException, ? extends RuntimeException> failures)
            throws IOException {
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(half)) {
            for (int count = read(content, piece, failures); count >= 0; count = read(content, piece, failures)) {
                out.write(piece, 0, count);
            }
        }
    }

    private static int read(
            InputStream content, byte[] piece, Function<IOException, ? extends RuntimeException> failures) {
        try {
            return content.read(piece);
        } catch (IOException e) {
            throw failures.apply(e);
        }
    }

    private static void move(Path half, Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException(target + " is a folder");
        }
        try {
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(@Nullable Path half) {
        if (half != null) {
            try {
                Files.deleteIfExists(half);
            } catch (IOException ignored) {
                // the failure that led here says more
            }
        }
    }
}
