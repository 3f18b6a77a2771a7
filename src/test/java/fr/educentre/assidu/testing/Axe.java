package fr.educentre.assidu.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What axe finds on a page by the rules of WCAG 2 A and AA. It runs in the page itself: its builder would open another
 * window for each analysis, to put the results of frames together, and there are no frames here.
 */
public final class Axe {

    private static final String LOADED = "() => typeof window.axe === 'object'";

    /** A dialog that fades in has less contrast than the one that is read. */
    private static final String STILL = """
            () => document.getAnimations().every(animation => animation.playState !== 'running'
                || animation.effect.getComputedTiming().endTime === Infinity)
            """;

    private static final String GRAVE = """
            () => axe.run(document, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa']}, resultTypes: ['violations']})
                .then(results => results.violations
                    .filter(rule => ['serious', 'critical'].includes(rule.impact))
                    .flatMap(rule => rule.nodes.map(node => rule.id + ' ' + JSON.stringify(node.target) + ' ' + node.html)))
            """;

    private Axe() {}

    /** Serious and critical violations: the rule, where, and the element. */
    public static List<String> graveFaults(Page page) {
        if (!(boolean) page.evaluate(LOADED)) {
            page.evaluate("() => {" + AxeBuilder.getAxeScript() + "}");
        }
        page.waitForFunction(STILL);
        return ((List<?>) page.evaluate(GRAVE)).stream().map(String::valueOf).toList();
    }
}
