package fr.educentre.assidu.documents;

/** Documents as they are read. Reading writes nothing: no row, no line of the journal. */
public interface Documents {

    /**
     * The document in force, else a draft that is marked as one, without number or code.
     *
     * @param draft true for what would be issued now, whatever is in force
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND, then NOT_YOURS, then INVALID for a request that does not say of
     *     what, CONFLICT where there is nothing that it could say
     */
    DocumentFile read(DocumentRequest request, boolean draft);
}
