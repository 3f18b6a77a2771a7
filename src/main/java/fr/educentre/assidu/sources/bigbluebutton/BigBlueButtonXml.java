package fr.educentre.assidu.sources.bigbluebutton;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The XML of the API. A document type is refused outright: nothing outside is ever read for it, and no entity can grow.
 */
record BigBlueButtonXml(Element element) {

    /** @throws UnreadablePayloadException when it is no XML, or not such as the API answers */
    static BigBlueButtonXml parse(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            BigBlueButtonXml root = new BigBlueButtonXml(
                    builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
            if (!"response".equals(root.element().getTagName())) {
                throw new UnreadablePayloadException("xml");
            }
            return root;
        } catch (SAXException | IOException e) {
            throw new UnreadablePayloadException("xml");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the first child of that name; empty where there is none. */
    String text(String name) {
        List<BigBlueButtonXml> found = children(name);
        return found.isEmpty()
                ? ""
                : found.getFirst().element().getTextContent().strip();
    }

    long number(String name) {
        String text = text(name);
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }

    List<BigBlueButtonXml> children(String name) {
        List<BigBlueButtonXml> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals(name)) {
                found.add(new BigBlueButtonXml(child));
            }
        }
        return found;
    }

    /** Children of that name of the children of the first name: {@code attendees} then {@code attendee}. */
    List<BigBlueButtonXml> children(String list, String name) {
        return children(list).stream()
                .flatMap(parent -> parent.children(name).stream())
                .toList();
    }

    boolean success() {
        return "SUCCESS".equals(text("returncode"));
    }
}
