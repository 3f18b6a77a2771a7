package fr.educentre.assidu.overview.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.Journal.Finding;
import fr.educentre.assidu.journal.Journal.Head;
import fr.educentre.assidu.journal.Journal.Verification;
import fr.educentre.assidu.overview.JournalWords;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/journal")
@Tag(name = "Journal")
class JournalController {

    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    private final Journal journal;
    private final JournalWords words;

    JournalController(Journal journal, JournalWords words) {
        this.journal = journal;
        this.words = words;
    }

    @GetMapping("/verification")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.AUDITOR})
    @Operation(
            summary = "Whether the hash chain of the journal holds, its length and its head, and what was found where",
            description = "seq and hash, given together, are a head that was noted before: it must be found again")
    JournalVerification verification(
            @RequestParam(required = false) @Nullable Long seq, @RequestParam(required = false) @Nullable String hash) {
        Verification found = journal.verify(noted(seq, hash));
        return new JournalVerification(
                found.holds(),
                found.length(),
                found.head(),
                found.firstBroken(),
                words.summary(found),
                found.findings().stream()
                        .map(one -> new JournalFinding(one.kind(), one.from(), one.to(), words.finding(one)))
                        .toList());
    }

    private static List<Head> noted(@Nullable Long seq, @Nullable String hash) {
        if (seq == null && hash == null) {
            return List.of();
        }
        if (seq == null || seq < 1) {
            throw Refusal.malformed("refusal.parameter", "seq", String.valueOf(seq));
        }
        if (hash == null || !HASH.matcher(hash).matches()) {
            throw Refusal.malformed("refusal.parameter", "hash", String.valueOf(hash));
        }
        return List.of(new Head(seq, hash));
    }

    /**
     * @param firstBroken number of the first entry concerned, 0 when all is well
     * @param message in the reader's language
     */
    record JournalVerification(
            boolean holds, long length, String head, long firstBroken, String message, List<JournalFinding> findings) {}

    /**
     * @param from number of the first entry concerned
     * @param to number of the last
     */
    record JournalFinding(Finding.Kind kind, long from, long to, String message) {}
}
