package fr.educentre.assidu.workflow.internal;

import java.io.IOException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;

/**
 * A process file under its name inside the application. The engine would otherwise take the path on this machine, and
 * see a changed process on every other one.
 */
class ProcessResource extends ByteArrayResource implements ContextResource {

    private final String name;

    private ProcessResource(byte[] content, String name) {
        super(content);
        this.name = name;
    }

    static Resource of(Resource file) throws IOException {
        String url = file.getURL().toString();
        return new ProcessResource(file.getContentAsByteArray(), url.substring(url.lastIndexOf("processes/")));
    }

    @Override
    public String getPathWithinContext() {
        return name;
    }
}
