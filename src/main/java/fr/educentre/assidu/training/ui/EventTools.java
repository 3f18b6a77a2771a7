package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.management.EnrolmentEventPreview;
import fr.educentre.assidu.training.management.EnrolmentEvents;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the assistant for events of enrolments works with. */
@Component
record EventTools(EnrolmentEvents events, EnrolmentEventPreview preview, Texts texts, JsonMapper json) {}
