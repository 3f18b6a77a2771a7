package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.shell.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The parts of a rule's screen, one shown at a time: links, since each has an address of its own. A part is made when it
 * is first shown and stays as it is left.
 */
class RuleTabs extends Div {

    private static final long serialVersionUID = 1L;
    /** As addresses name the part. */
    static final String PARAMETER = "onglet";

    private final transient Map<Part, RouterLink> links = new EnumMap<>(Part.class);
    private final transient Map<Part, Supplier<Component>> makers = new EnumMap<>(Part.class);
    private final transient Map<Part, Component> made = new EnumMap<>(Part.class);
    private final String rule;
    private final String version;
    private final Nav nav = new Nav();
    private final Div shown = new Div();

    enum Part {
        ECRIRE,
        EXEMPLES,
        VERSIONS,
        SUIVI;

        /** The first one where no part has that name. */
        static Part of(String name) {
            for (Part part : values()) {
                if (part.address().equals(name)) {
                    return part;
                }
            }
            return ECRIRE;
        }

        String address() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param rule and version as the address of the screen names them; version may be empty */
    RuleTabs(Texts texts, String rule, String version) {
        this.rule = rule;
        this.version = version;
        nav.addClassName("assidu-tabs");
        nav.getElement().setAttribute("aria-label", texts.get("rules.tabs"));
        add(nav, shown);
    }

    void add(Part part, String label, Supplier<Component> maker) {
        var link = new RouterLink(label, RuleScreen.class, new RouteParameters("rule", rule));
        link.setQueryParameters(query(version, part));
        link.setHighlightCondition(HighlightConditions.never());
        links.put(part, link);
        makers.put(part, maker);
        nav.add(link);
    }

    static QueryParameters query(String version, Part part) {
        var asked = new java.util.LinkedHashMap<String, String>();
        if (!version.isEmpty()) {
            asked.put("version", version);
        }
        if (part != Part.ECRIRE) {
            asked.put(PARAMETER, part.address());
        }
        return QueryParameters.simple(asked);
    }

    void show(Part asked) {
        Part part = links.containsKey(asked) ? asked : Part.ECRIRE;
        links.forEach((one, link) -> {
            if (one == part) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        Component panel = made.get(part);
        if (panel == null) {
            panel = makers.getOrDefault(part, Div::new).get();
            made.put(part, panel);
            shown.add(panel);
        }
        Component visible = panel;
        made.values().forEach(one -> one.setVisible(one == visible));
    }
}
