package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.imports.EvidenceFiles.Report;
import fr.educentre.assidu.shell.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a file that was dropped: how much was taken, and each line that needs someone's eye. */
class DropReportDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    DropReportDialog(Texts texts, String fileName, Report report) {
        this.texts = texts;
        setHeaderTitle(texts.get("overview.session.drop.title", fileName));
        setWidth("min(44rem, 96vw)");
        var summary = new Paragraph(texts.get(
                "overview.session.drop.done",
                texts.get("evidence.source." + report.source()),
                report.recorded(),
                report.alreadyKnown(),
                report.matched().size(),
                report.proposed().size(),
                report.unmatched().size(),
                report.lines().ignored().size()));
        summary.getElement().setAttribute("role", "status");
        add(summary);
        for (String remark : report.lines().remarks()) {
            var told = new Div(remark);
            told.addClassName("assidu-badge-notice");
            add(told);
        }
        lines(
                "overview.session.drop.incomplete",
                report.lines().incomplete().stream()
                        .map(one -> line(one.line(), one.participant(), one.why()))
                        .toList());
        lines(
                "overview.session.drop.proposed",
                report.proposed().stream().map(one -> one.participant()).toList());
        lines(
                "overview.session.drop.unmatched",
                report.unmatched().stream()
                        .map(one -> one.why().isEmpty()
                                ? one.participant()
                                : texts.get("shell.says", one.participant(), one.why()))
                        .toList());
        lines(
                "overview.session.drop.ignored",
                report.lines().ignored().stream()
                        .map(one -> line(one.line(), "", one.why()))
                        .toList());
        getFooter().add(new Button(texts.get("shell.close"), click -> close()));
    }

    private String line(@Nullable Integer number, String who, String why) {
        String subject = number == null
                ? who
                : texts.get("overview.session.drop.line", number) + (who.isEmpty() ? "" : ", " + who);
        return subject.isEmpty() ? why : texts.get("shell.says", subject, why);
    }

    private void lines(String heading, List<String> said) {
        if (said.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        said.forEach(one -> list.add(new ListItem(one)));
        list.addClassName("assidu-list");
        add(new H3(texts.get(heading, said.size())), list);
    }
}
