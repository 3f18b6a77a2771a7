package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.server.streams.InMemoryUploadCallback;
import com.vaadin.flow.server.streams.InMemoryUploadHandler;

/** Takes a file into memory and refuses a larger one at the server: what the browser refuses by itself is a courtesy. */
public final class BoundedUpload extends InMemoryUploadHandler {

    private static final long serialVersionUID = 1L;

    /** What a form holds beside its file. */
    private static final long AROUND = 64 * 1024;

    private final long mostBytes;

    private BoundedUpload(long mostBytes, InMemoryUploadCallback taken) {
        super(taken);
        this.mostBytes = mostBytes;
    }

    public static BoundedUpload of(long mostBytes, InMemoryUploadCallback taken) {
        return new BoundedUpload(mostBytes, taken);
    }

    @Override
    public long getFileSizeMax() {
        return mostBytes;
    }

    @Override
    public long getRequestSizeMax() {
        return mostBytes + AROUND;
    }

    @Override
    public long getFileCountMax() {
        return 1;
    }
}
