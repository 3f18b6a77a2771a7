-- Why a line of a list was rejected is kept as a text's key and its values, and said in the reader's language.
alter table list_import drop column language;
