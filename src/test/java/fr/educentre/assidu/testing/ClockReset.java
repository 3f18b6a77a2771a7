package fr.educentre.assidu.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

class ClockReset implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        org.springframework.security.core.context.SecurityContextHolder.clearContext();
        SpringExtension.getApplicationContext(context)
                .getBean(MutableClock.class)
                .reset();
    }
}
