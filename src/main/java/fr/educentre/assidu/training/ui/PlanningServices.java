package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.management.CatchUps;
import fr.educentre.assidu.training.management.SessionPlanning;
import fr.educentre.assidu.training.management.SessionRecords;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What acts on sessions need. */
@Component
record PlanningServices(
        Texts texts,
        Sessions sessions,
        SessionRecords records,
        SessionPlanning planning,
        CatchUps catchUps,
        SessionChoices choices,
        Learners learners,
        JsonMapper json) {}
