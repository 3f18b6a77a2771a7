package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rates of the last weeks as a small line, with the word of where they go; the rates themselves are read out. */
class Sparkline extends Div {

    private static final long serialVersionUID = 1L;

    private static final int STEP = 9;
    private static final int HEIGHT = 18;

    /** Less than this much, between the first weeks and the last ones, is no change. */
    private static final double MARGIN = 0.05;

    Sparkline(List<@Nullable BigDecimal> rates, Texts texts) {
        addClassName("assidu-trend");
        List<Double> known = known(rates);
        if (known.isEmpty()) {
            add(new Span("–"));
            return;
        }
        String read = texts.get(
                "overview.trend.weeks",
                rates.stream()
                        .map(rate -> ReaderFormats.percent(rate, texts.language()))
                        .collect(Collectors.joining(texts.get("shell.separator"))));
        var line = new Html("<svg viewBox=\"0 0 %d %d\" aria-hidden=\"true\">%s</svg>"
                .formatted(STEP * rates.size(), HEIGHT + 4, drawn(rates)));
        var word = new Span(texts.get("overview.trend." + direction(known)));
        getElement().setAttribute("title", read);
        var behind = new Span(read);
        behind.addClassName("assidu-read-out");
        add(line, word, behind);
    }

    private static List<Double> known(List<@Nullable BigDecimal> rates) {
        return rates.stream()
                .filter(Objects::nonNull)
                .map(BigDecimal::doubleValue)
                .toList();
    }

    /** A line is broken where a week has no rate; a week alone is a dot. */
    private static String drawn(List<@Nullable BigDecimal> rates) {
        var parts = new StringBuilder();
        List<String> points = new ArrayList<>();
        for (int week = 0; week <= rates.size(); week++) {
            BigDecimal rate = week < rates.size() ? rates.get(week) : null;
            if (rate != null) {
                points.add(String.format(
                        Locale.ROOT, "%d,%.1f", STEP * week + STEP / 2, 2 + HEIGHT * (1 - rate.doubleValue())));
            } else if (!points.isEmpty()) {
                parts.append("<polyline points=\"")
                        .append(String.join(" ", points))
                        .append("\"/>");
                points.clear();
            }
        }
        return parts.toString();
    }

    private static String direction(List<Double> known) {
        int half = known.size() / 2;
        if (half == 0) {
            return "FLAT";
        }
        double change = mean(known.subList(known.size() - half, known.size())) - mean(known.subList(0, half));
        return change > MARGIN ? "UP" : change < -MARGIN ? "DOWN" : "FLAT";
    }

    private static double mean(List<Double> rates) {
        return rates.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
