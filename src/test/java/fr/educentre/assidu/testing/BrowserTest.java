package fr.educentre.assidu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Walks in a real browser: the Chromium found on the machine, one for all walks, each test in a context of its own.
 * Without one they are skipped, saying how to get it, unless {@code ASSIDU_BROWSER_REQUIRED=true}.
 */
@AssiduIT
@RealJobExecutor
@ExtendWith(BrowserStart.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {

    /** For a machine that is busy with something else, in milliseconds; a walk that goes well does not wait for it. */
    private static final double PATIENCE = 20_000;

    private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private static final String FOLLOW = """
            path => {
                const link = document.createElement('a');
                link.href = path;
                link.setAttribute('router-link', '');
                document.body.append(link);
                link.click();
                link.remove();
            }
            """;
    private static final String DRAWN = """
            () => window.Vaadin?.Flow?.clients
                && Object.values(Vaadin.Flow.clients).every(client => !client.isActive || !client.isActive())
                && [...document.querySelectorAll('vaadin-tabs')].every(tabs => tabs.querySelector('[role=tab]'))
                && document.querySelector('#outlet > *, body > [id^="ROOT"], vaadin-app-layout, main')
            """;

    @LocalServerPort
    protected int port;

    private final List<String> blocked = new CopyOnWriteArrayList<>();

    private Browser browser;
    private BrowserContext context;

    /** Of other people at the same time. */
    private final List<BrowserContext> others = new ArrayList<>();

    @BeforeEach
    void browser(Chromium chromium) {
        browser = chromium.browser();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterEach
    void closeContext() {
        others.forEach(BrowserContext::close);
        others.clear();
        if (context != null) {
            context.close();
            context = null;
        }
        assertThat(blocked)
                .as("what the screens' own policy kept them from loading")
                .isEmpty();
        blocked.clear();
    }

    /** A page of a visitor without an account. */
    protected Page visitor(int width, int height) {
        if (context != null) {
            context.close();
        }
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                blocked.add(message.text());
            }
        });
        return page;
    }

    /** A page of someone who signed in. */
    protected Page signedIn(String username, String password, int width, int height) {
        Page page = visitor(width, height);
        page.navigate(url("/login"));
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("vaadin-button[slot=submit], vaadin-login-form vaadin-button")
                .first()
                .click();
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    /** A page of someone who signed in on another machine, beside what is open already. */
    protected Page signedInBeside(String username, String password, int width, int height) {
        if (context != null) {
            others.add(context);
            context = null;
        }
        return signedIn(username, password, width, height);
    }

    /**
     * Follows a link of the application to this path, as a click in the menu does: the server shows the screen in the
     * page that is there, so that neither the page nor its scripts are loaded again.
     */
    protected static void follow(Page page, String path) {
        drawn(page);
        page.waitForResponse(response -> response.url().contains("v-r=uidl"), () -> page.evaluate(FOLLOW, path));
        drawn(page);
        page.waitForURL(address -> address.endsWith(path));
    }

    /** Waits until the server has answered and what it sent is shown. */
    protected static void drawn(Page page) {
        page.waitForFunction(DRAWN);
    }

    protected String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** Kept under target/screenshots, for people to look at; each test class has a folder of its own. */
    protected static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(place(CALLERS.getCallerClass(), name)));
    }

    /** A part of a page. */
    protected static void screenshot(Locator part, String name) {
        part.screenshot(new Locator.ScreenshotOptions().setPath(place(CALLERS.getCallerClass(), name)));
    }

    private static Path place(Class<?> walk, String name) {
        return Path.of("target/screenshots", walk.getSimpleName(), name + ".png");
    }
}
