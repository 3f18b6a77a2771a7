package fr.educentre.assidu.imports.tables;

import fr.educentre.assidu.imports.tables.TableRefusal.Reason;
import fr.educentre.assidu.shell.UnpackedArchive;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The parts of a workbook, each read as a stream of events. The package of POI is not opened: it unpacks all parts at
 * first, and reads some of them whole.
 */
final class WorkbookArchive {

    private static final long MOST_UNPACKED = 40L * 1024 * 1024;
    private static final UnpackedArchive.Bounds UNPACKED = new UnpackedArchive.Bounds(MOST_UNPACKED, 5000);

    private final byte[] content;

    /** @throws TableRefusal when it is no archive, or unpacks to more than a list or a report holds */
    WorkbookArchive(byte[] content) {
        this.content = content;
        each((part, bytes) -> true);
    }

    /**
     * Tells the handler what stands in a part; nothing where there is no such part.
     *
     * @param name in any case
     */
    void read(String name, DefaultHandler handler) {
        each((part, bytes) -> {
            if (!part.getName().replace('\\', '/').equalsIgnoreCase(name)) {
                return true;
            }
            try {
                parse(bytes, handler);
            } catch (SAXException | ParserConfigurationException e) {
                throw new TableRefusal(Reason.UNREADABLE_WORKBOOK);
            }
            return false;
        });
    }

    private void each(UnpackedArchive.Entries entries) {
        try (var archive = new UnpackedArchive(content, UNPACKED)) {
            archive.each(entries);
        } catch (UnpackedArchive.TooLarge e) {
            throw new TableRefusal(Reason.UNPACKED, MOST_UNPACKED / (1024 * 1024));
        } catch (IOException | IllegalArgumentException e) {
            throw new TableRefusal(Reason.UNREADABLE_WORKBOOK);
        }
    }

    private static void parse(InputStream part, DefaultHandler handler)
            throws SAXException, ParserConfigurationException, IOException {
        XMLReader reader = XMLHelper.newXMLReader();
        // no entities: what is written is all there is
        reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        reader.setContentHandler(handler);
        reader.setErrorHandler(handler);
        reader.parse(new InputSource(new FilterInputStream(part) {
            @Override
            public void close() {
                // the archive is closed by who opened it
            }
        }));
    }
}
