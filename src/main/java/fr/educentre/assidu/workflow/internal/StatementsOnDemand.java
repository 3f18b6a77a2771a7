package fr.educentre.assidu.workflow.internal;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.builder.IncompleteElementException;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.builder.xml.XMLStatementBuilder;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;

/**
 * The process engine's statements, each made out when it is first asked for. There are 1,760, of which an application runs
 * some hundred; to make them all out took a sixth of a start.
 *
 * <p>MyBatis lays by a statement that cannot be made out yet, to try it again. While the files are read, all are said to be
 * such. It makes an object of this class itself, for which the class has to be public.
 */
public class StatementsOnDemand extends Configuration {

    private final Map<String, List<XMLStatementBuilder>> waiting = new ConcurrentHashMap<>();
    private final Set<XMLStatementBuilder> unmade = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Object lock = new Object();
    private String next = "";
    private boolean filesRead;

    static Configuration read(Reader files, Properties properties, Environment environment) {
        var builder = new XMLConfigBuilder(StatementsOnDemand.class, files, "", properties);
        builder.getConfiguration().setEnvironment(environment);
        var statements = (StatementsOnDemand) builder.parse();
        statements.filesRead = true;
        return statements;
    }

    /** A statement asks so, before it is made out, whether there is one of its name. */
    @Override
    public boolean hasStatement(String name, boolean complete) {
        if (!filesRead) {
            next = name;
            throw new IncompleteElementException("not asked for yet: " + name);
        }
        if (complete) {
            make(name);
        }
        return super.hasStatement(name, complete);
    }

    @Override
    public void addIncompleteStatement(XMLStatementBuilder statement) {
        unmade.add(statement);
        for (String name : List.of(next, next.substring(next.lastIndexOf('.') + 1))) {
            waiting.computeIfAbsent(name, none -> new ArrayList<>()).add(statement);
        }
    }

    @Override
    public MappedStatement getMappedStatement(String name, boolean complete) {
        if (complete) {
            make(name);
        }
        return super.getMappedStatement(name, complete);
    }

    @Override
    public Collection<String> getMappedStatementNames() {
        waiting.keySet().forEach(this::make);
        return super.getMappedStatementNames();
    }

    @Override
    public Collection<MappedStatement> getMappedStatements() {
        waiting.keySet().forEach(this::make);
        return super.getMappedStatements();
    }

    /** They share the fragments of their files, which only one may read at a time. */
    private void make(String name) {
        if (waiting.containsKey(name)) {
            synchronized (lock) {
                for (XMLStatementBuilder statement : waiting.getOrDefault(name, List.of())) {
                    if (unmade.contains(statement)) {
                        statement.parseStatementNode();
                        unmade.remove(statement);
                    }
                }
                waiting.remove(name);
            }
        }
    }
}
