package fr.educentre.assidu.imports.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Where the parts of a workbook stand in its archive.
 *
 * @param sheets in the order of the tabs, those a person sees first
 * @param from1904 whether days are counted from 1904, as old Macintoshes did
 */
record WorkbookParts(
        List<String> sheets,
        @Nullable String sharedStrings,
        @Nullable String styles,
        boolean from1904) {

    private static final int MOST_SHEETS = 500;

    private record Target(String kind, String part) {}

    private record Sheet(String relation, boolean hidden) {}

    static WorkbookParts of(WorkbookArchive archive) {
        String workbook = targets(archive, "").values().stream()
                .filter(target -> target.kind().equals("officedocument"))
                .map(Target::part)
                .findFirst()
                .orElse("xl/workbook.xml");
        Map<String, Target> targets = targets(archive, workbook);
        var tabs = new Tabs();
        archive.read(workbook, tabs);
        List<String> sheets = Stream.of(false, true)
                .flatMap(hidden -> tabs.sheets.stream().filter(sheet -> sheet.hidden() == hidden))
                .map(sheet -> targets.get(sheet.relation()))
                .filter(target -> target != null && target.kind().equals("worksheet"))
                .map(Target::part)
                .toList();
        return new WorkbookParts(sheets, first(targets, "sharedstrings"), first(targets, "styles"), tabs.from1904);
    }

    private static @Nullable String first(Map<String, Target> targets, String kind) {
        return targets.values().stream()
                .filter(target -> target.kind().equals(kind))
                .map(Target::part)
                .findFirst()
                .orElse(null);
    }

    /** What a part refers to, by the name it has for it. */
    private static Map<String, Target> targets(WorkbookArchive archive, String part) {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        Map<String, Target> targets = new HashMap<>();
        archive.read(folder + "_rels/" + part.substring(slash + 1) + ".rels", new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String qualified, Attributes attributes) {
                String id = attributes.getValue("Id");
                String type = attributes.getValue("Type");
                String target = attributes.getValue("Target");
                if (name.equals("Relationship") && id != null && type != null && target != null) {
                    String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
                    targets.put(id, new Target(kind, resolved(folder, target)));
                }
            }
        });
        return targets;
    }

    private static String resolved(String folder, String target) {
        String path = target.replace('\\', '/');
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (path.startsWith("/") ? path : folder + path).split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private static final class Tabs extends DefaultHandler {

        private final List<Sheet> sheets = new ArrayList<>();
        private boolean from1904;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (name.equals("workbookPr")) {
                String value = attributes.getValue("date1904");
                from1904 = "1".equals(value) || "true".equals(value);
            } else if (name.equals("sheet") && sheets.size() < MOST_SHEETS) {
                String state = attributes.getValue("state");
                sheets.add(new Sheet(relation(attributes), state != null && !state.equals("visible")));
            }
        }

        private static String relation(Attributes attributes) {
            for (int i = 0; i < attributes.getLength(); i++) {
                if (attributes.getLocalName(i).equals("id")) {
                    return attributes.getValue(i);
                }
            }
            return "";
        }
    }
}
