package fr.educentre.assidu.testing;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Tests leave the clock, the security context and what is planned as they found them. */
class ClockReset implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(ClockReset.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(BackgroundWork.PATIENCE);
        Awaitility.pollInSameThread();
        Calls.actAsSystem();
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        application.getBean(MutableClock.class).reset();
        context.getStore(HERE)
                .put(
                        PlannedWork.class,
                        application.getBean(BackgroundWork.class).planned());
    }

    /** A test that says nothing of who acts is the system's own work. */
    @Override
    public void beforeEach(ExtensionContext context) {
        Calls.actAsSystem();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Calls.actAsSystem();
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        application.getBean(MutableClock.class).reset();
        application.getBeansOfType(BetweenTests.class).values().forEach(BetweenTests::reset);
        boolean goesOn = context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_CLASS;
        if (!goesOn && application.getBean(BackgroundWork.class).isManual()) {
            planned(context).restore();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        SecurityContextHolder.clearContext();
        planned(context).restore();
    }

    private static PlannedWork planned(ExtensionContext context) {
        return context.getStore(HERE).get(PlannedWork.class, PlannedWork.class);
    }
}
