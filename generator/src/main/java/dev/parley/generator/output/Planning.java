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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares what a run is to write with what is there and with what the run before wrote; touches nothing. */
final class Planning {

    private final OutputFolder folder;
    private final FoundFiles found;
    private final RunRecord before;
    private final Predicate<Path> ignored;
    private final boolean overwrite;
    private final List<Conflict> conflicts = new ArrayList<>();

    /**
     * Takes what is there.
     *
     * @param before what the run before recorded
     * @param ignored files that the user has taken over: neither written nor deleted
     * @param overwrite whether files that the generator did not write as they are may be overwritten and deleted
     */
    Planning(OutputFolder folder, RunRecord before, Predicate<Path> ignored, boolean overwrite) {
        this.folder = folder;
        this.before = before;
        this.ignored = ignored;
        this.overwrite = overwrite;
        found = new FoundFiles(folder);
    }

    /**
     * Returns the plan.
     *
     * @param texts what each file is to hold, by its path below the folder
     * @throws IOException if a file cannot be read
     */
    WritePlan plan(Map<String, String> texts) throws IOException {
        SortedMap<String, String> changed = new TreeMap<>();
        SortedMap<String, String> unchanged = new TreeMap<>();
        List<String> paths = texts.keySet().stream()
                .sorted()
                .filter(path -> !ignored.test(folder.locate(path)))
                .toList();
        List<String> hashes =
                InOrder.map(paths, path -> Sha256.of(texts.get(path).getBytes(StandardCharsets.UTF_8)));
        Map<String, String> there = found.hashes(paths.stream()
                .filter(path -> folder.mayHold(folder.locate(path)))
                .toList());
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            String hash = hashes.get(i);
            if (hash.equals(there.get(path))) {
                unchanged.put(path, hash);
                continue;
            }
            changed.put(path, hash);
            Path file = folder.locate(path);
            if (folder.mayHold(file)) {
                conflict(path, file, there.get(path)).ifPresent(conflicts::add);
            }
        }
        return new WritePlan(changed, unchanged, leftOver(texts.keySet()), conflicts);
    }

    /** Returns what stands in the way of a file, which has the hash {@code hash} if it is there. */
    private Optional<Conflict> conflict(String path, Path file, @Nullable String hash) {
        if (hash == null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new Conflict(path, Reason.BLOCKED));
        }
        if (hash != null && !overwrite && !before.wrote(path, hash)) {
            return Optional.of(new Conflict(path, before.files().containsKey(path) ? Reason.EDITED : Reason.FOREIGN));
        }
        return !overwrite && !before.isUnderwayAt(path) && Files.exists(OutputFolder.temporary(file))
                ? Optional.of(new Conflict(path + OutputFolder.TEMPORARY, Reason.FOREIGN))
                : Optional.empty();
    }

    private SortedSet<String> leftOver(Collection<String> kept) throws IOException {
        SortedSet<String> paths = new TreeSet<>(before.files().keySet());
        paths.removeAll(kept);
        paths.remove(FileList.PATH);
        SortedSet<String> leftOver = new TreeSet<>();
        for (String path : paths) {
            Path file = found.locate(path);
            String hash = Sha256.of(file);
            if (hash == null || ignored.test(file)) {
                continue;
            }
            if (overwrite || before.wrote(path, hash)) {
                leftOver.add(path);
            } else {
                conflicts.add(new Conflict(path, Reason.EDITED_AND_LEFT_OVER));
            }
        }
        return leftOver;
    }
}
