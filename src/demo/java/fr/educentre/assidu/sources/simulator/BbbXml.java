package fr.educentre.assidu.sources.simulator;

/** Answers as BigBlueButton writes them. */
final class BbbXml {

    private BbbXml() {}

    static String success(String inside) {
        return "<response><returncode>SUCCESS</returncode>" + inside + "</response>";
    }

    static String failed(String key, String message) {
        return "<response><returncode>FAILED</returncode><messageKey>" + key + "</messageKey><message>" + message
                + "</message></response>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
