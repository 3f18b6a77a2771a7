-- A signed link belongs to its recipient: the text of a message is kept without it, and the link sealed until it leaves.
alter table message add column links_cipher bytea;
alter table message add column links_nonce bytea;

update message set body = regexp_replace(body, '(/[js]/)[A-Za-z0-9_-]{20,}', '\1•••', 'g')
 where state in ('SENT', 'STOPPED') and body ~ '/[js]/[A-Za-z0-9_-]{20,}';
