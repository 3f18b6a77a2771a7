package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.shell.Texts;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Processes and their steps in the reader's language; what the texts do not know bears the name of its diagram. */
@Component
class ProcessNames {

    private final Texts texts;

    ProcessNames(Texts texts) {
        this.texts = texts;
    }

    String process(String key, @Nullable String drawn) {
        return known("workflow.process." + key, drawn == null ? key : drawn);
    }

    String step(String process, FlowNode node) {
        return known(
                "workflow.step." + process + "." + node.getId(),
                node.getName() == null ? node.getId() : node.getName());
    }

    private String known(String text, String otherwise) {
        String said = texts.get(text);
        return said.equals(text) ? otherwise : said;
    }
}
