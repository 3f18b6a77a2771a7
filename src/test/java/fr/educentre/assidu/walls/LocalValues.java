package fr.educentre.assidu.walls;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a method gives a local variable, and what it appends or adds to it. */
final class LocalValues extends TreePathScanner<Void, Void> {

    private final String name;
    final List<ExpressionTree> values = new ArrayList<>();
    final List<ExpressionTree> appended = new ArrayList<>();
    boolean declared;

    LocalValues(String name) {
        this.name = name;
    }

    @Override
    public Void visitVariable(VariableTree node, Void unused) {
        if (node.getName().contentEquals(name)) {
            declared = true;
            if (node.getInitializer() != null) {
                values.add(node.getInitializer());
            }
        }
        return super.visitVariable(node, unused);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree node, Void unused) {
        if (node.getVariable().getName().contentEquals(name)) {
            if (node.getExpression() instanceof MethodInvocationTree list
                    && JavaSources.methodName(list).equals("of")) {
                values.addAll(list.getArguments());
            } else {
                values.add(node.getExpression());
            }
        }
        return super.visitEnhancedForLoop(node, unused);
    }

    @Override
    public Void visitAssignment(AssignmentTree node, Void unused) {
        if (node.getVariable().toString().equals(name)) {
            values.add(node.getExpression());
        }
        return super.visitAssignment(node, unused);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree node, Void unused) {
        if (node.getVariable().toString().equals(name)) {
            appended.add(node.getExpression());
        }
        return super.visitCompoundAssignment(node, unused);
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree node, Void unused) {
        appends(node.getExpression());
        return super.visitExpressionStatement(node, unused);
    }

    private boolean appends(ExpressionTree tree) {
        if (tree instanceof IdentifierTree plain) {
            return plain.getName().contentEquals(name);
        }
        if (tree instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && call.getArguments().size() == 1
                && Set.of("append", "add").contains(JavaSources.methodName(call))
                && appends(select.getExpression())) {
            appended.add(call.getArguments().getFirst());
            return true;
        }
        return false;
    }
}
