package fr.educentre.assidu.shell.web;

import io.swagger.v3.core.jackson.TypeNameResolver;

/** A nested type's schema bears its outer types' names too: two of one simple name would overwrite each other. */
final class SchemaNames extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? super.getNameOfClass(type) : getNameOfClass(outer) + type.getSimpleName();
    }
}
