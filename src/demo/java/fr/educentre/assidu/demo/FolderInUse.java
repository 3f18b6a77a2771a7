package fr.educentre.assidu.demo;

import java.nio.file.Path;

/** Another demonstration runs on the folder. */
class FolderInUse extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    FolderInUse(Path lock) {
        super("Une autre démonstration utilise déjà ce dossier / another demonstration uses this folder: "
                + lock.toAbsolutePath().getParent());
    }
}
