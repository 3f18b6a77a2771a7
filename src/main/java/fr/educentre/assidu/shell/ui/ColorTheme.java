package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.UI;
import java.util.Locale;

/**
 * Light or dark: as the reader's system has it, also when that changes at nightfall, unless they chose one. Their choice is kept
 * in their browser, and known before the first thing is drawn, so that no light screen flashes up in the dark.
 */
public final class ColorTheme {

    /** What a reader may choose. */
    enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** Run by a page before it draws anything. */
    public static final String AT_START = """
            (() => {
                const place = 'assidu-theme';
                const system = matchMedia('(prefers-color-scheme: dark)');
                const chosen = () => { try { return localStorage.getItem(place); } catch (e) { return null; } };
                const show = () => {
                    const one = chosen();
                    const dark = one === 'dark' || one !== 'light' && system.matches;
                    document.documentElement.setAttribute('theme', dark ? 'dark' : 'light');
                    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
                };
                system.addEventListener('change', show);
                window.assiduTheme = one => { try { localStorage.setItem(place, one); } finally { show(); } };
                show();
            })();
            """;

    private ColorTheme() {}

    static void choose(Choice choice) {
        UI.getCurrent()
                .getPage()
                .executeJs("window.assiduTheme($0)", choice.name().toLowerCase(Locale.ROOT));
    }
}
