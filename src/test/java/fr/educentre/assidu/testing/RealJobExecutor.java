package fr.educentre.assidu.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * During such a class the application's own threads do the background work and time passes by itself: for tests of the
 * job executor, of work under way that is interrupted, and of many jobs at once. Below {@link AssiduIT}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(RealJobExecutor.Started.class)
public @interface RealJobExecutor {

    /** Starts and stops the threads of the shared context. */
    class Started implements BeforeAllCallback, AfterAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            work(context).startExecutor();
        }

        @Override
        public void afterAll(ExtensionContext context) {
            work(context).stopExecutor();
        }

        private static BackgroundWork work(ExtensionContext context) {
            return SpringExtension.getApplicationContext(context).getBean(BackgroundWork.class);
        }
    }
}
