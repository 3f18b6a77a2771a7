package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.SystemActor;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Whatever the engine runs as a job (durable jobs, timers, steps of processes) acts as the system and in nobody's language, in whichever
 * thread it runs.
 * What a process does within a person's own call stays that person's.
 */
class JobsAsSystem extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        return command instanceof ExecuteJobsCmd
                ? SystemActor.call(() -> inNobodysLanguage(command))
                : next.execute(command);
    }

    private <T> T inNobodysLanguage(Command<T> command) {
        LocaleContext reader = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.resetLocaleContext();
        try {
            return next.execute(command);
        } finally {
            LocaleContextHolder.setLocaleContext(reader);
        }
    }
}
