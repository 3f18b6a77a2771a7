package fr.educentre.assidu.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that a thread sends to the database, whoever sends them. */
public class SqlCounter implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> SEEN = new ThreadLocal<>();

    /** Statements sent by this thread while the work runs. */
    public List<String> statementsOf(Callable<?> work) throws Exception {
        SEEN.set(new ArrayList<>());
        try {
            work.call();
            return SEEN.get();
        } finally {
            SEEN.remove();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && "dataSource".equals(name) ? new Counting(source) : bean;
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        Object result = call(connection, method, arguments);
                        if (method.getName().startsWith("prepare") && arguments != null && SEEN.get() != null) {
                            return counted((Statement) result, String.valueOf(arguments[0]), method.getReturnType());
                        }
                        return result;
                    });
        }

        private static Object counted(Statement statement, String sql, Class<?> type) {
            return Proxy.newProxyInstance(
                    Counting.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().startsWith("execute") && SEEN.get() != null) {
                            SEEN.get().add(sql);
                        }
                        return call(statement, method, arguments);
                    });
        }

        private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments)
                throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
