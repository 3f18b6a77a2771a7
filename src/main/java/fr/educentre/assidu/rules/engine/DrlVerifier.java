package fr.educentre.assidu.rules.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads what was assembled with the engine's own parser and refuses it unless it is, piece by piece, what was meant: the
 * last door, should a value ever be written in a way that changes the sentence around it.
 */
public final class DrlVerifier {

    private DrlVerifier() {}

    public static void check(GeneratedDrl assembled) {
        PackageDescr found = parse(assembled.drl());
        same("package", DrlGenerator.PACKAGE, found.getName());
        same(
                "imports",
                DrlGenerator.IMPORTS,
                found.getImports().stream().map(ImportDescr::getTarget).toList());
        same(
                "globals",
                List.of("Conclusions conclusions"),
                found.getGlobals().stream()
                        .map(global -> global.getType() + " " + global.getIdentifier())
                        .toList());
        boolean more = !found.getFunctions().isEmpty()
                || !found.getTypeDeclarations().isEmpty()
                || !found.getEnumDeclarations().isEmpty()
                || !found.getFunctionImports().isEmpty()
                || !found.getAccumulateImports().isEmpty()
                || !found.getEntryPointDeclarations().isEmpty()
                || !found.getAttributes().isEmpty();
        same("nothing else", false, more);
        same(
                "rules",
                assembled.rules(),
                found.getRules().stream().map(DrlVerifier::read).toList());
    }

    private static PackageDescr parse(String drl) {
        var parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr found = parser.parse(null, drl);
            if (found == null || parser.hasErrors()) {
                throw new IllegalStateException("Assembled rules cannot be read: " + parser.getErrors());
            }
            return found;
        } catch (DroolsParserException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneratedDrl.Expected read(RuleDescr rule) {
        same(
                "attributes of " + rule.getName(),
                "[]",
                rule.getAttributes().values().stream()
                        .map(AttributeDescr::getName)
                        .toList()
                        .toString());
        same(
                "consequences of " + rule.getName(),
                true,
                rule.getNamedConsequences().isEmpty());
        return new GeneratedDrl.Expected(
                rule.getName(),
                rule.getLhs().getDescrs().stream().map(DrlVerifier::read).toList(),
                DrlGenerator.bare(rule.getConsequence().toString()));
    }

    private static String read(BaseDescr descr) {
        if (!(descr instanceof PatternDescr pattern)) {
            return descr.getClass().getSimpleName();
        }
        String binding = pattern.getIdentifier() == null ? "" : pattern.getIdentifier() + ":";
        String constraints = pattern.getConstraint().getDescrs().stream()
                .map(constraint -> constraint.toString())
                .collect(Collectors.joining(","));
        String source = "";
        if (pattern.getSource() instanceof FromDescr from) {
            source = "from" + from.getDataSource();
        } else if (pattern.getSource() != null) {
            source = pattern.getSource().getClass().getSimpleName();
        }
        return DrlGenerator.bare(binding + pattern.getObjectType() + "(" + constraints + ")" + source);
    }

    private static void same(String what, Object meant, Object found) {
        if (!meant.equals(found)) {
            throw new IllegalStateException("Assembled rules are not what was meant: " + what + ": " + found);
        }
    }
}
