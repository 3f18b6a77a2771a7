package fr.educentre.assidu.imports.tables;

import fr.educentre.assidu.imports.tables.TableRefusal.Reason;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that the cells of a workbook refer to by their rank. */
final class SharedStrings extends DefaultHandler {

    private final int most;
    private final List<String> texts = new ArrayList<>();
    private final CellBuffer text = new CellBuffer();
    private boolean spoken;
    private boolean within;

    SharedStrings(int most) {
        this.most = most;
    }

    /** Empty where there is none of that rank. */
    String text(int rank) {
        return rank >= 0 && rank < texts.size() ? texts.get(rank) : "";
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "si" -> text.clear();
            case "rPh" -> spoken = true;
            case "t" -> within = !spoken;
            default -> {
                // how it looks
            }
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (within) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "si" -> {
                if (texts.size() >= most) {
                    throw new TableRefusal(Reason.TEXTS, most);
                }
                texts.add(text.toString());
            }
            case "rPh" -> spoken = false;
            case "t" -> within = false;
            default -> {
                // how it looks
            }
        }
    }
}
