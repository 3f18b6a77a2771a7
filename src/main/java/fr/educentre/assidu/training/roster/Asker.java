package fr.educentre.assidu.training.roster;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who wants an import, and in which language problems are told; kept with it, for a job has no reader. */
record Asker(String name, @Nullable String role, Locale language) {}
