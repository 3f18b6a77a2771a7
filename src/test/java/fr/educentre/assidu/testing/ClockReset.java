package fr.educentre.assidu.testing;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Tests leave the clock and the security context as they were, and wait for background work long enough. */
class ClockReset implements BeforeAllCallback, AfterEachCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(BackgroundWork.PATIENCE);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        org.springframework.security.core.context.SecurityContextHolder.clearContext();
        SpringExtension.getApplicationContext(context)
                .getBean(MutableClock.class)
                .reset();
    }
}
