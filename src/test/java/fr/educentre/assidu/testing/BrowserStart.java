package fr.educentre.assidu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one browser of the JVM to the tests that ask for it, and closes it when all of them have run. */
class BrowserStart implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(BrowserStart.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (Chromium.installed().isEmpty()) {
            assertThat(System.getenv("ASSIDU_BROWSER_REQUIRED"))
                    .as("a Chromium is required")
                    .isNotEqualTo("true");
            Assumptions.abort("No Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM");
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Optional<Path> found = Chromium.installed();
        return context.getRoot()
                .getStore(SPACE)
                .computeIfAbsent(Chromium.class, type -> new Chromium(found.orElseThrow()), Chromium.class);
    }
}
