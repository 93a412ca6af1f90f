package dev.parley.runtime.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The frames of the objects that are open, by depth; a frame stays in its place to be used again. */
final class Frames {
    private @Nullable Frame[] frames = new Frame[8];
    private int depth;

    int depth() {
        return depth;
    }

    /** Opens the frame of a further object. */
    Frame open() {
        if (depth == frames.length) {
            frames = Arrays.copyOf(frames, depth * 2);
        }
        Frame frame = frames[depth];
        if (frame == null) {
            frame = new Frame();
            frames[depth] = frame;
        }
        depth++;
        frame.open();
        return frame;
    }

    /** Closes frames until so many are open; returns the innermost of them, or null if there is none. */
    @Nullable
    Frame closeTo(int open) {
        depth = open;
        return open == 0 ? null : frames[open - 1];
    }
}
