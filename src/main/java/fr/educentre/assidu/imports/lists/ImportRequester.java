package fr.educentre.assidu.imports.lists;

import org.jspecify.annotations.Nullable;

/** Who wants an import; kept with it, for a job has nobody who asks. */
record ImportRequester(String name, @Nullable String role) {}
