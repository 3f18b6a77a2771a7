package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.RosterImport.Change;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Learners by their external identifier, with their guardian, group, enrolment and funding. */
final class LearnerLines {

    private final JdbcClient sql;
    private final CentreSetup setup;
    private final Learners learners;
    private final Enrolments enrolments;
    private final ReferenceData known;
    private final ListOutcome outcome;
    private final LocalDate today;
    private final List<LearnerInfo> added = new ArrayList<>();

    LearnerLines(
            JdbcClient sql,
            CentreSetup setup,
            Learners learners,
            Enrolments enrolments,
            ReferenceData known,
            ListOutcome outcome,
            LocalDate today) {
        this.sql = sql;
        this.setup = setup;
        this.learners = learners;
        this.enrolments = enrolments;
        this.known = known;
        this.outcome = outcome;
        this.today = today;
    }

    void read(ListTable table) {
        Map<String, LearnerInfo> existing = learners.byExternalIds(table.lines().stream()
                .map(line -> line.get(ListColumn.EXTERNAL_ID))
                .toList());
        Map<String, LearnerInfo> byEmail = learners.byEmails(
                table.lines().stream().map(line -> line.get(ListColumn.EMAIL)).toList());
        outcome.then(() -> setup.addLearners(added));
        List<UUID> ids = existing.values().stream().map(LearnerInfo::id).toList();
        var guardians = new GuardianCells(sql, setup, outcome, ids);
        var enrolled = new EnrolmentCells(sql, setup, known, outcome, enrolments.ofLearners(ids), today);
        var left = new LeftGroupCells(sql, setup, known, outcome, ids, today);
        Map<String, String> addresses = addresses(table);
        Set<String> seen = new HashSet<>();
        Set<String> emails = new HashSet<>();
        for (ListTable.Line line : table.lines()) {
            outcome.read();
            String externalId = outcome.required(line, ListColumn.EXTERNAL_ID);
            if (!externalId.isEmpty() && !seen.add(externalId)) {
                outcome.reject(line, ListColumn.EXTERNAL_ID, "twice", externalId);
            }
            LearnerInfo old = existing.get(externalId);
            LearnerInfo learner = learner(line, externalId, old);
            String email = learner.email() == null ? null : learner.email().toLowerCase(Locale.ROOT);
            LearnerInfo holder = email == null ? null : byEmail.get(email);
            if (email != null && (!emails.add(email) || taken(email, externalId, holder, addresses))) {
                outcome.reject(line, ListColumn.EMAIL, "emailTaken", email);
            }
            boolean more = guardians.read(line, learner.id());
            more |= enrolled.read(line, learner.id());
            more |= left.read(line, learner.id());
            if (old == null) {
                outcome.accept(line, learner.name(), Change.CREATED);
                added.add(learner);
            } else if (!old.equals(learner)) {
                outcome.accept(line, learner.name(), Change.UPDATED);
                outcome.then(() -> setup.changeLearner(learner));
            } else {
                outcome.accept(line, learner.name(), more ? Change.UPDATED : Change.UNCHANGED);
            }
        }
        outcome.then(guardians::write);
        outcome.then(enrolled::write);
    }

    private static boolean taken(
            String email, String externalId, @Nullable LearnerInfo holder, Map<String, String> addresses) {
        return holder != null
                && !holder.externalId().equals(externalId)
                && email.equals(addresses.getOrDefault(holder.externalId(), email));
    }

    /** Whoever has another address after this file gives up the one there was. */
    private static Map<String, String> addresses(ListTable table) {
        Map<String, String> addresses = new HashMap<>();
        for (ListTable.Line line : table.lines()) {
            String address = WrittenAddress.folded(line.get(ListColumn.EMAIL));
            if (!address.isEmpty()) {
                addresses.put(line.get(ListColumn.EXTERNAL_ID), address);
            }
        }
        return addresses;
    }

    /** Empty cells leave what is known. */
    private LearnerInfo learner(ListTable.Line line, String externalId, @Nullable LearnerInfo old) {
        String last = outcome.personName(line, ListColumn.LAST_NAME);
        String first = outcome.personName(line, ListColumn.FIRST_NAME);
        String email = outcome.email(line, ListColumn.EMAIL);
        String phone = line.has(ListColumn.PHONE) ? line.get(ListColumn.PHONE) : null;
        LocalDate born = outcome.date(line, ListColumn.BIRTH_DATE);
        if (born != null && born.isAfter(today)) {
            outcome.reject(line, ListColumn.BIRTH_DATE, "date", line.get(ListColumn.BIRTH_DATE));
        }
        return old == null
                ? new LearnerInfo(TimeOrderedId.next(), externalId, first, last, email, phone, born)
                : new LearnerInfo(
                        old.id(),
                        externalId,
                        first,
                        last,
                        email == null ? old.email() : email,
                        phone == null ? old.phone() : phone,
                        born == null ? old.birthDate() : born);
    }
}
