package fr.educentre.assidu.overview;

import fr.educentre.assidu.journal.Journal.Finding;
import fr.educentre.assidu.journal.Journal.Verification;
import fr.educentre.assidu.shell.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a verification of the journal found, as a person reads it. */
@Component
public class JournalWords {

    private final Texts texts;

    JournalWords(Texts texts) {
        this.texts = texts;
    }

    /** In one sentence, in the reader's language. */
    public String summary(Verification verification) {
        return summary(verification, texts.language());
    }

    /** In one sentence. */
    public String summary(Verification verification, Locale language) {
        return verification.holds()
                ? texts.in(language, "journal.holds", verification.length())
                : texts.in(
                        language,
                        "journal.broken",
                        verification.length(),
                        verification.findings().size(),
                        String.valueOf(verification.firstBroken()));
    }

    /** What it is, where, and what may have happened, in the reader's language. */
    public String finding(Finding finding) {
        return finding(finding, texts.language());
    }

    /** What it is, where, and what may have happened. */
    public String finding(Finding finding, Locale language) {
        String key = "journal.finding." + finding.kind();
        return texts.in(
                language,
                key,
                String.valueOf(finding.from()),
                String.valueOf(finding.to()),
                finding.to() - finding.from() + 1);
    }
}
