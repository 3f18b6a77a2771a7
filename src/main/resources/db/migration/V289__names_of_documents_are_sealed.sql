-- The name of a document tells what it is ("arret-maladie.pdf"): it is sealed as what it says is. Those that came before are
-- sealed in the night that follows.
alter table justification_document
    alter column file_name drop not null,
    add column name_cipher bytea,
    add column name_nonce  bytea,
    add constraint justification_document_named check (file_name is not null or name_cipher is not null);
