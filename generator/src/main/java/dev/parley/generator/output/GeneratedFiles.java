package dev.parley.generator.output;

import dev.parley.generator.output.WritePlan.Conflict;
import dev.parley.generator.output.WritePlan.Reason;
import dev.parley.generator.parallel.InOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files of an output folder that are the generator's, from the run before to the end of this one: {@link
 * #isCurrent}, {@link #plan}, {@link #begin}, then the writer's work, {@link #finish}.
 */
public final class GeneratedFiles {

    private final OutputFolder folder;
    private final FileList list;
    private final ReadFiles readFiles;
    private final RunRecord before;

    private GeneratedFiles(OutputFolder folder, RunRecord before) {
        this.folder = folder;
        this.before = before;
        list = new FileList(folder);
        readFiles = new ReadFiles(folder);
    }

    /**
     * Remembers what the run before left behind.
     *
     * @throws IOException if its record is there but cannot be read
     */
    public static GeneratedFiles of(OutputFolder folder) throws IOException {
        // What this one remembers of the folder holds for one run.
        OutputFolder anew = new OutputFolder(folder.root());
        return new GeneratedFiles(anew, RunRecord.read(anew));
    }

    /** Returns whether the run before was finished; otherwise none is {@linkplain #isCurrent current}. */
    public boolean wasFinished() {
        return before.fingerprint() != null;
    }

    /**
     * Returns whether a run has nothing to do: the one before was finished and had this fingerprint, and all files that
     * it read and wrote are as they were.
     *
     * @throws IOException if one of them cannot be read
     */
    public boolean isCurrent(String fingerprint) throws IOException {
        if (!fingerprint.equals(before.fingerprint())) {
            return false;
        }
        for (Map.Entry<String, String> file : before.read().entrySet()) {
            if (!file.getValue().equals(readFiles.hash(file.getKey()))) {
                return false;
            }
        }
        List<String> paths = List.copyOf(before.files().keySet());
        Map<String, String> hashes = hashes(paths);
        return paths.stream().allMatch(path -> hashes.containsKey(path) && before.wrote(path, hashes.get(path)));
    }

    /** Returns the hash of each file that is there. */
    private Map<String, String> hashes(List<String> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String path : paths) {
            files.add(locate(path));
        }
        Map<String, String> hashes = new LinkedHashMap<>();
        List<Optional<String>> found = Sha256.of(files);
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            found.get(i).ifPresent(hash -> hashes.put(path, hash));
        }
        return hashes;
    }

    /** Returns how many files the run before left, the list of them not counted. */
    public int size() {
        return before.files().size() - (before.files().containsKey(FileList.PATH) ? 1 : 0);
    }

    /**
     * Compares what is to be written with what is there; touches nothing.
     *
     * @param texts what each file is to hold, by its path below the folder
     * @param ignored files that the user has taken over: neither written nor deleted
     * @param overwrite whether files that the generator did not write as they are may be overwritten and deleted
     * @throws IOException if a file cannot be read
     */
    public WritePlan plan(Map<String, String> texts, Predicate<Path> ignored, boolean overwrite) throws IOException {
        SortedMap<String, String> changed = new TreeMap<>();
        SortedMap<String, String> unchanged = new TreeMap<>();
        List<Conflict> conflicts = new ArrayList<>();
        List<String> paths = texts.keySet().stream()
                .sorted()
                .filter(path -> !ignored.test(folder.locate(path)))
                .toList();
        List<String> hashes =
                InOrder.map(paths, path -> Sha256.of(texts.get(path).getBytes(StandardCharsets.UTF_8)));
        Map<String, String> found = hashes(paths.stream()
                .filter(path -> folder.mayHold(folder.locate(path)))
                .toList());
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            String hash = hashes.get(i);
            if (hash.equals(found.get(path))) {
                unchanged.put(path, hash);
                continue;
            }
            changed.put(path, hash);
            Path file = folder.locate(path);
            if (folder.mayHold(file)) {
                conflict(path, file, found.get(path), overwrite).ifPresent(conflicts::add);
            }
        }
        return new WritePlan(changed, unchanged, leftOver(texts.keySet(), ignored, overwrite, conflicts), conflicts);
    }

    /** Returns what stands in the way of a file, which has the hash {@code found} if it is there. */
    private Optional<Conflict> conflict(String path, Path file, @Nullable String found, boolean overwrite) {
        if (found == null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new Conflict(path, Reason.BLOCKED));
        }
        if (found != null && !overwrite && !before.wrote(path, found)) {
            return Optional.of(new Conflict(path, before.files().containsKey(path) ? Reason.EDITED : Reason.FOREIGN));
        }
        return !overwrite && !wasInterruptedAt(path) && Files.exists(temporary(file))
                ? Optional.of(new Conflict(path + OutputFolder.TEMPORARY, Reason.FOREIGN))
                : Optional.empty();
    }

    private SortedSet<String> leftOver(
            Collection<String> kept, Predicate<Path> ignored, boolean overwrite, List<Conflict> conflicts)
            throws IOException {
        SortedSet<String> paths = new TreeSet<>(before.files().keySet());
        paths.removeAll(kept);
        paths.remove(FileList.PATH);
        SortedSet<String> leftOver = new TreeSet<>();
        for (String path : paths) {
            Path file = locate(path);
            String found = Sha256.of(file);
            if (found == null || ignored.test(file)) {
                continue;
            }
            if (overwrite || before.wrote(path, found)) {
                leftOver.add(path);
            } else {
                conflicts.add(new Conflict(path, Reason.EDITED_AND_LEFT_OVER));
            }
        }
        return leftOver;
    }

    /**
     * Marks the folder as being written to, before the first file is. From here to {@link #finish} the run after this
     * one starts over.
     *
     * @throws IOException if the mark cannot be set; nothing has been touched then
     */
    public void begin(WritePlan plan) throws IOException {
        if (!plan.isIdle()) {
            SortedMap<String, String> hashes = new TreeMap<>(plan.changed());
            hashes.putAll(plan.unchanged());
            before.underway(hashes).write(folder);
        }
    }

    /**
     * Writes what a plan changes, without the stock writer.
     *
     * @param texts what each file is to hold, by its path below the folder
     * @param progress told before each file how many there are with it; by one thread at a time
     * @throws IOException if a file cannot be written; those before it are
     */
    public void write(WritePlan plan, Map<String, String> texts, IntConsumer progress) throws IOException {
        new Writing(folder, progress).write(plan.changed().keySet(), texts);
    }

    /**
     * Returns the files of a plan that the stock writer has written: it may have been told to leave some out.
     *
     * @throws IOException if a file cannot be read
     */
    public SortedSet<String> written(WritePlan plan) throws IOException {
        SortedSet<String> written = new TreeSet<>();
        hashes(List.copyOf(plan.changed().keySet())).forEach((path, hash) -> {
            if (hash.equals(plan.changed().get(path))) {
                written.add(path);
            }
        });
        return written;
    }

    /**
     * Deletes what is left over, once the writer is done, and records what there is now.
     *
     * @param written the files of the plan that were written
     * @param fingerprint what the run depended on, or {@code null} if that is not known
     * @param read files that it read beside those in the fingerprint
     * @throws IOException if a file cannot be deleted, or the record not be written
     */
    public void finish(WritePlan plan, Set<String> written, @Nullable String fingerprint, Collection<Path> read)
            throws IOException {
        SortedMap<String, SortedSet<String>> files = new TreeMap<>();
        plan.unchanged().forEach((path, hash) -> files.put(path, new TreeSet<>(List.of(hash))));
        plan.changed().forEach((path, hash) -> {
            if (written.contains(path)) {
                files.put(path, new TreeSet<>(List.of(hash)));
            }
        });
        for (String path : plan.leftOver()) {
            delete(path, files.keySet());
        }
        deleteTemporary();
        list.write(files.keySet());
        String hash = Sha256.of(folder.locate(FileList.PATH));
        if (hash != null) {
            files.put(FileList.PATH, new TreeSet<>(List.of(hash)));
        }
        boolean whole = written.size() == plan.changed().size();
        new RunRecord(whole ? fingerprint : null, readFiles.hashes(read), files).write(folder);
    }

    /**
     * Ends a run that had nothing to do.
     *
     * @throws IOException if what the stock writer left cannot be deleted
     */
    public void finishCurrent() throws IOException {
        list.discardStock();
    }

    /** Deletes a file, but for one that a file system without case knows by a name of this run. */
    private void delete(String path, Collection<String> kept) throws IOException {
        Path file = locate(path);
        for (String other : kept) {
            if (other.equalsIgnoreCase(path) && Files.exists(file) && Files.isSameFile(file, folder.locate(other))) {
                return;
            }
        }
        folder.delete(file);
    }

    /** Deletes what a writer that was stopped had only half written. */
    private void deleteTemporary() throws IOException {
        if (before.fingerprint() == null) {
            for (String path : before.files().keySet()) {
                Path temporary = temporary(locate(path));
                if (Files.isRegularFile(temporary)) {
                    folder.delete(temporary);
                }
            }
        }
    }

    private boolean wasInterruptedAt(String path) {
        return before.fingerprint() == null && before.files().containsKey(path);
    }

    /** Returns where the writer puts a file together before it moves it into place. */
    private static Path temporary(Path file) {
        return file.resolveSibling(file.getFileName() + OutputFolder.TEMPORARY);
    }

    private Path locate(String path) throws IOException {
        try {
            return folder.locate(path);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    RunRecord.PATH + " of the run before names a file that is not its own: " + e.getMessage(), e);
        }
    }
}
