package dev.parley.generator.output;

import dev.parley.generator.parallel.InOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hashes what files hold, as 64 hexadecimal digits. Time stamps never count. */
final class Sha256 {

    private static final HexFormat HEX = HexFormat.of();
    private static final int BUFFER = 1 << 14;

    private Sha256() {}

    /** Returns the hash of some bytes. */
    static String of(byte[] bytes) {
        return HEX.formatHex(digest().digest(bytes));
    }

    /**
     * Returns the hash of what a file holds, or {@code null} if there is no such file.
     *
     * @throws IOException if the file cannot be read
     */
    static @Nullable String of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        MessageDigest digest = digest();
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HEX.formatHex(digest.digest());
    }

    /**
     * Returns the hash of what each file holds, nothing for one that is not there.
     *
     * @throws IOException if a file cannot be read
     */
    static List<Optional<String>> of(List<Path> files) throws IOException {
        try {
            return InOrder.map(files, Sha256::ofOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Optional<String> ofOne(Path file) {
        try {
            return Optional.ofNullable(of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an empty digest. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
