package fr.educentre.assidu;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;
import fr.educentre.assidu.shell.ui.ColorTheme;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.modulith.Modulithic;

/** Starts Assidu, the follow-up and attendance service of a training organisation. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Assidu")
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("assidu.css")
@Viewport("width=device-width, initial-scale=1")
public class AssiduApplication implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    public static void main(String[] args) {
        ConsoleText.inUtf8();
        var application = new SpringApplication(AssiduApplication.class);
        application.addListeners(new SettingsAtStart(), new DatabaseAtStart());
        try {
            application.run(args);
        } catch (RuntimeException e) {
            // Already told, in a few lines and by its name.
            if (ofASetting(e)) {
                System.exit(SettingsAtStart.UNUSABLE);
            }
            throw e;
        }
    }

    private static boolean ofASetting(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(BindException.class::isInstance);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Assidu");
        settings.addFavIcon("icon", "favicon.svg", "any");
        settings.addInlineWithContents(Inline.Position.PREPEND, ColorTheme.AT_START, Inline.Wrapping.JAVASCRIPT);
        settings.addMetaTag("description", "Suivi et assiduité des apprenants");
    }
}
