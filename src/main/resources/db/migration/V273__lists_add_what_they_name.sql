-- A list may add what it names: an import keeps that it was asked to, and what was added is taken back with it.
alter table list_import add column adds_unknown boolean not null default false;

create trigger keep_import_change after insert or update or delete on programme
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
create trigger keep_import_change after insert or update or delete on site
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
create trigger keep_import_change after insert or update or delete on trainer
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
create trigger keep_import_change after insert or update or delete on funder
    for each row when (coalesce(current_setting('assidu.import', true), '') <> '') execute function keep_import_change('id');
