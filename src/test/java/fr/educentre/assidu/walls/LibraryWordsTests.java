package fr.educentre.assidu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Components that bring English words along are made in one place, which gives them the reader's. */
class LibraryWordsTests {

    private static final String MAKER = "LocalizedParts.java";

    private static final Set<String> WORDY = Set.of(
            "Avatar",
            "AvatarGroup",
            "Crud",
            "DatePicker",
            "DateTimePicker",
            "LoginForm",
            "LoginOverlay",
            "MenuBar",
            "MessageInput",
            "MultiSelectComboBox",
            "PasswordField",
            "RichTextEditor",
            "SideNav",
            "Upload",
            "UploadManager");

    @Test
    void a_component_with_words_of_its_own_is_made_where_they_are_replaced() throws IOException {
        var elsewhere = new TreeSet<String>();
        for (CompilationUnitTree unit : JavaSources.parse("src/main/java", "src/demo/java")) {
            String file = unit.getSourceFile().getName();
            boolean screens = unit.getImports().stream()
                    .anyMatch(one -> one.getQualifiedIdentifier().toString().startsWith("com.vaadin.flow.component"));
            if (screens && !file.endsWith(MAKER)) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitNewClass(NewClassTree made, Void unused) {
                        String type = made.getIdentifier().toString().replaceAll("<.*", "");
                        if (WORDY.contains(type)) {
                            elsewhere.add(file + " makes a " + type);
                        }
                        return super.visitNewClass(made, unused);
                    }
                }.scan(unit, null);
            }
        }
        assertThat(elsewhere).isEmpty();
    }
}
