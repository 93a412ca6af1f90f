package dev.parley.generator.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    private final FoundFiles found;
    private final FileList list;
    private final ReadFiles readFiles;
    private final RunRecord before;

    private GeneratedFiles(OutputFolder folder, RunRecord before) {
        this.folder = folder;
        this.before = before;
        found = new FoundFiles(folder);
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
        Set<String> paths = before.files().keySet();
        Map<String, String> hashes = found.hashes(paths);
        return paths.stream().allMatch(path -> hashes.containsKey(path) && before.wrote(path, hashes.get(path)));
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
        return new Planning(folder, before, ignored, overwrite).plan(texts);
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
        found.hashes(plan.changed().keySet()).forEach((path, hash) -> {
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
        Path file = found.locate(path);
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
                Path temporary = OutputFolder.temporary(found.locate(path));
                if (Files.isRegularFile(temporary)) {
                    folder.delete(temporary);
                }
            }
        }
    }
}
