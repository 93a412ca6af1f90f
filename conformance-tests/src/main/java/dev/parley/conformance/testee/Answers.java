package dev.parley.conformance.testee;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;

/** Where answers go, a line each. */
final class Answers implements Flushable {

    private final OutputStream out;

    Answers(OutputStream out) {
        this.out = out;
    }

    /** Nobody reads the answers any more. */
    static final class ClosedException extends IOException {
        private static final long serialVersionUID = 1;

        private ClosedException(IOException cause) {
            super(cause);
        }
    }

    void write(Answer answer) throws ClosedException {
        try {
            answer.writeTo(out);
        } catch (IOException e) {
            throw new ClosedException(e);
        }
    }

    @Override
    public void flush() throws ClosedException {
        try {
            out.flush();
        } catch (IOException e) {
            throw new ClosedException(e);
        }
    }
}
