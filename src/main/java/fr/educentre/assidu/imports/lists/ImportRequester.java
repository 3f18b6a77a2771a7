package fr.educentre.assidu.imports.lists;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who wants an import, and in which language problems are told; kept with it, for a job has no reader. */
record ImportRequester(String name, @Nullable String role, Locale language) {}
