-- Documents of sessions are kept encrypted, as those of justifications are. Those kept before have no nonce until they are
-- sealed too, which the application does when it starts: the database has no key.
alter table session_document add column nonce bytea;
create index session_document_plain on session_document (id) where nonce is null;
