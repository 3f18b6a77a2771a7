package fr.educentre.assidu.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

class FileTurnsTests {

    /** A service that unpacks while the test wants it to. */
    interface Reader {
        String read(CountDownLatch begun, CountDownLatch end) throws InterruptedException;
    }

    @Test
    void one_more_than_may_waits_and_those_beyond_are_refused() throws Exception {
        Reader reader = reader(new FileTurns(1, 0, Duration.ofSeconds(30)));
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> read(reader, begun, end));
        begun.await();
        assertThatThrownBy(() -> reader.read(new CountDownLatch(1), new CountDownLatch(0)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BUSY));
        end.countDown();
        assertThat(first.join()).isEqualTo("read");
        assertThat(reader.read(new CountDownLatch(1), new CountDownLatch(0))).isEqualTo("read");
    }

    @Test
    void who_unpacks_may_ask_for_more_in_the_same_turn_and_a_failure_gives_the_turn_back() throws Throwable {
        var turns = new FileTurns(1, 0, Duration.ofSeconds(30));
        Reader inner = reader(turns);
        MethodInvocation outer =
                new ProxyFactoryInvocation(() -> inner.read(new CountDownLatch(1), new CountDownLatch(0)));
        assertThat(turns.invoke(outer)).isEqualTo("read");
        assertThatThrownBy(() -> turns.invoke(new ProxyFactoryInvocation(() -> {
                    throw new IllegalStateException("broken");
                })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(turns.invoke(outer)).isEqualTo("read");
    }

    private static Reader reader(FileTurns turns) {
        var factory = new ProxyFactory((Reader) (begun, end) -> {
            begun.countDown();
            end.await();
            return "read";
        });
        factory.addAdvice(turns);
        return (Reader) factory.getProxy();
    }

    private static String read(Reader reader, CountDownLatch begun, CountDownLatch end) {
        try {
            return reader.read(begun, end);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record ProxyFactoryInvocation(java.util.concurrent.Callable<Object> call) implements MethodInvocation {

        @Override
        public Object proceed() throws Throwable {
            return call.call();
        }

        @Override
        public Object getThis() {
            return this;
        }

        @Override
        public java.lang.reflect.AccessibleObject getStaticPart() {
            throw new UnsupportedOperationException();
        }

        @Override
        public java.lang.reflect.Method getMethod() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object[] getArguments() {
            return new Object[0];
        }
    }
}
