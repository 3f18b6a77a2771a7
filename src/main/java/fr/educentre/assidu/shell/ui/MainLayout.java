package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fr.educentre.assidu.shell.AccountMenuContributor;
import fr.educentre.assidu.shell.DatabaseAway;
import fr.educentre.assidu.shell.GlobalSearch;
import fr.educentre.assidu.shell.MenuBadge;
import fr.educentre.assidu.shell.MenuContributor;
import fr.educentre.assidu.shell.RoleChoice;
import fr.educentre.assidu.shell.Texts;
import jakarta.annotation.security.PermitAll;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The frame of every screen: title, menu by role, language, sign-out. */
@SpringComponent
@UIScope
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    /** Route of the guide. */
    public static final String HELP = "aide";

    /** Which screen help is asked for: its route, a thing's identifier being {@code :id}. */
    public static final String HELP_SCREEN = "ecran";

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final long serialVersionUID = 1L;

    /** Have neither what is searched for nor what waits for staff. */
    private static final String[] WITHOUT_SEARCH = {"LEARNER", "ADMIN"};

    private final transient Texts texts;
    private final transient AuthenticationContext authentication;
    private final transient List<MenuBadge> badges;
    private final transient ObjectProvider<RoleChoice> roles;
    private final transient List<AccountMenuContributor> accountScreens;
    private final transient ObjectProvider<GlobalSearch> search;
    private final NewsMenu news;

    /** Until what was found is opened. */
    private @Nullable SearchDialog open;

    private final transient Map<String, SideNavItem> items = new HashMap<>();
    private final H1 title = new H1();
    private final Anchor help = new Anchor(HELP, "?");

    MainLayout(
            Texts texts,
            AuthenticationContext authentication,
            List<MenuContributor> contributors,
            List<MenuBadge> badges,
            ObjectProvider<RoleChoice> roles,
            List<AccountMenuContributor> accountScreens,
            ObjectProvider<GlobalSearch> search) {
        this.roles = roles;
        this.accountScreens = accountScreens;
        this.search = search;
        this.news = new NewsMenu(texts);
        this.texts = texts;
        this.authentication = authentication;
        this.badges = badges;
        setPrimarySection(Section.DRAWER);
        setI18n(new AppLayoutI18n().setDrawer(texts.get("shell.menu.drawer")));
        title.addClassName("assidu-title");
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(texts.get("shell.menu"));
        help.setRouterIgnore(false);
        help.addClassName("assidu-help");
        help.getElement().setAttribute("aria-label", texts.get("shell.help"));
        help.getElement().setAttribute("title", texts.get("shell.help"));
        addToNavbar(toggle, title);
        if (!authentication.hasAnyRole(WITHOUT_SEARCH)) {
            addToNavbar(searchButton(), news);
        }
        addToNavbar(help, userMenu());
        addToDrawer(brand(), new Scroller(navigation(contributors)));
        addClassName("assidu-layout");
    }

    private Component searchButton() {
        var button = new Button(VaadinIcon.SEARCH.create(), click -> openSearch());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(texts.get("shell.search.open"));
        button.setTooltipText(texts.get("shell.search.open"));
        button.addClassName("assidu-search-button");
        Shortcuts.addShortcutListener(this, this::openSearch, Key.KEY_K, KeyModifier.CONTROL);
        Shortcuts.addShortcutListener(this, this::openSearch, Key.KEY_K, KeyModifier.META);
        return button;
    }

    private void openSearch() {
        search.ifAvailable(one -> {
            open = new SearchDialog(texts, one);
            open.open();
        });
    }

    private Component brand() {
        var name = new Anchor("", texts.get("shell.app"));
        name.addClassName("assidu-brand");
        var tagline = new Span(texts.get("shell.tagline"));
        tagline.addClassName("assidu-tagline");
        var brand = new Div(name, tagline);
        brand.addClassName("assidu-brand-box");
        return brand;
    }

    private SideNav navigation(List<MenuContributor> contributors) {
        var navigation = LocalizedParts.sideNav(texts);
        navigation.setLabel(texts.get("shell.menu"));
        navigation.addClassName("assidu-nav");
        contributors.stream()
                .flatMap(contributor -> contributor.menuEntries().stream())
                .filter(entry -> entry.roles().stream().anyMatch(authentication::hasRole))
                .sorted(Comparator.comparingInt(MenuContributor.MenuEntry::order))
                .forEach(entry -> {
                    var item = named(entry);
                    items.put(entry.path(), item);
                    navigation.addItem(item);
                });
        return navigation;
    }

    /** Its words are read whole: what does not fit beside what waits goes on below. */
    private SideNavItem named(MenuContributor.MenuEntry entry) {
        var item = new SideNavItem(
                null, entry.path(), new Icon("vaadin", entry.icon().replaceFirst("^vaadin:", "")));
        var name = new Span(texts.get(entry.labelKey()));
        name.addClassName("assidu-nav-name");
        item.getElement().appendChild(name.getElement());
        return item;
    }

    /** What waits behind the entries of the menu, counted anew. */
    public void refreshBadges() {
        List<NewsMenu.News> waiting = new ArrayList<>();
        for (MenuBadge badge : badges) {
            SideNavItem item = items.get(badge.path());
            if (item != null) {
                long count = refresh(item, badge);
                if (count > 0) {
                    waiting.add(new NewsMenu.News(badge.path(), texts.get(badge.labelKey(), count), count));
                }
            }
        }
        news.show(waiting);
    }

    /** The frame is shown around the screen that says that the database is away, too. */
    private long refresh(SideNavItem item, MenuBadge badge) {
        try {
            long count = badge.count();
            item.setSuffixComponent(count == 0 ? null : number(badge, count));
            return count;
        } catch (RuntimeException e) {
            if (!DatabaseAway.causes(e)) {
                throw e;
            }
            item.setSuffixComponent(null);
            return 0;
        }
    }

    private Span number(MenuBadge badge, long count) {
        var number = new Span(String.valueOf(count));
        number.addClassName("assidu-menu-badge");
        number.getElement().setAttribute("role", "img");
        number.getElement().setAttribute("aria-label", texts.get(badge.labelKey(), count));
        return number;
    }

    private Component userMenu() {
        String name = authentication.getPrincipalName().orElse("");
        var menu = LocalizedParts.menuBar(texts);
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        menu.addClassName("assidu-user");
        var avatar = LocalizedParts.avatar(texts, name);
        MenuItem item = menu.addItem(avatar);
        item.setAriaLabel(name);
        SubMenu entries = item.getSubMenu();
        var who = entries.addItem(name);
        who.setEnabled(false);
        roles.stream()
                .flatMap(choice -> choice.others().stream()
                        .map(role -> entries.addItem(
                                texts.get("shell.actIn", texts.get(role.labelKey())), click -> actIn(choice, role))))
                .forEach(added -> added.addClassName("assidu-role-choice"));
        accountScreens.stream()
                .flatMap(contributor -> contributor.accountEntries().stream())
                .forEach(entry -> entries.addItem(
                        texts.get(entry.labelKey()), click -> UI.getCurrent().navigate(entry.path())));
        entries.addItem(texts.get("shell.language.fr"), click -> speak(Locale.FRENCH));
        entries.addItem(texts.get("shell.language.en"), click -> speak(Locale.ENGLISH));
        for (ColorTheme.Choice choice : ColorTheme.Choice.values()) {
            entries.addItem(texts.get("shell.theme." + choice), click -> ColorTheme.choose(choice));
        }
        entries.addItem(texts.get("shell.signOut"), click -> authentication.logout());
        return menu;
    }

    /** What was open may not be the other role's: one begins at home. */
    private static void actIn(RoleChoice choice, RoleChoice.OtherRole role) {
        choice.actIn(role);
        UI.getCurrent().getPage().setLocation("/");
    }

    private static void speak(Locale locale) {
        ReaderLanguage.choose(locale);
        UI.getCurrent().getPage().reload();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (open != null) {
            open.close();
            open = null;
        }
        refreshBadges();
        String route = IDENTIFIER.matcher(event.getLocation().getPath()).replaceAll(":id");
        help.setHref(HELP + "?" + HELP_SCREEN + "=" + URLEncoder.encode(route, StandardCharsets.UTF_8));
        title.setText(getContent() instanceof HasDynamicTitle view ? view.getPageTitle() : texts.get("shell.app"));
    }
}
