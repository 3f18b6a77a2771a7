package fr.educentre.assidu.shell;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** Lets few files be unpacked at once; who waits holds its bytes, so that few wait as well. */
final class FileTurns implements MethodInterceptor {

    private final Semaphore turns;
    private final int mostWaiting;
    private final Duration longestWait;
    /** A method that unpacks may call another one, in the turn it has. */
    private final ThreadLocal<Boolean> mine = ThreadLocal.withInitial(() -> false);

    FileTurns(int atOnce, int mostWaiting, Duration longestWait) {
        this.turns = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
        this.longestWait = longestWait;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation method) throws Throwable {
        if (mine.get()) {
            return method.proceed();
        }
        take();
        mine.set(true);
        try {
            return method.proceed();
        } finally {
            mine.remove();
            turns.release();
        }
    }

    private void take() throws InterruptedException {
        boolean taken = turns.tryAcquire()
                || turns.getQueueLength() < mostWaiting
                        && turns.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        if (!taken) {
            throw new Refusal(Refusal.Kind.BUSY, "refusal.file.busy");
        }
    }
}
