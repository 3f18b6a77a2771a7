package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rates over time as lines, with a table behind them for screen readers. */
@Tag("assidu-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./components/assidu-chart.ts")
public class TrendChart extends Component implements HasSize {

    private static final long serialVersionUID = 1L;

    /** @param values percentages between 0 and 100, null where there is none */
    public record Line(String name, List<@Nullable Double> values) {}

    public TrendChart(String caption, List<String> labels, List<Line> lines) {
        getElement().setProperty("caption", caption);
        getElement().setPropertyList("labels", labels);
        getElement().setPropertyList("series", lines);
        setWidthFull();
    }
}
