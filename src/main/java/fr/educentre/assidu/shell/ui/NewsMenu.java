package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import fr.educentre.assidu.shell.Texts;
import java.util.List;

/** The bell: what waits for the reader, whichever screen is open, each line leading there. */
class NewsMenu extends Div {

    private static final long serialVersionUID = 1L;

    /** @param text the number in words */
    record News(String path, String text, long count) {}

    private final transient Texts texts;
    private final MenuBar bar;
    private final MenuItem bell;
    private final Span number = new Span();

    NewsMenu(Texts texts) {
        this.texts = texts;
        bar = LocalizedParts.menuBar(texts);
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        number.addClassName("assidu-menu-badge");
        bell = bar.addItem(new Span(VaadinIcon.BELL_O.create(), number));
        addClassName("assidu-news");
        add(bar);
        show(List.of());
    }

    void show(List<News> waiting) {
        long total = waiting.stream().mapToLong(News::count).sum();
        bell.setAriaLabel(texts.get("shell.news", total));
        number.setText(String.valueOf(total));
        number.setVisible(total > 0);
        bell.getSubMenu().removeAll();
        if (waiting.isEmpty()) {
            bell.getSubMenu().addItem(texts.get("shell.news.none")).setEnabled(false);
        }
        waiting.forEach(one ->
                bell.getSubMenu().addItem(one.text(), click -> UI.getCurrent().navigate(one.path())));
    }
}
