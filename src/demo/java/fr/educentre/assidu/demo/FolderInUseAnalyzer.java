package fr.educentre.assidu.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a line that the demonstration runs already, and what to do, instead of where it failed. */
class FolderInUseAnalyzer extends AbstractFailureAnalyzer<FolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, FolderInUse cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Arrêtez-la, ou donnez un autre dossier / stop it, or give another folder: "
                        + "--assidu.demo.directory=... --server.port=...",
                cause);
    }
}
