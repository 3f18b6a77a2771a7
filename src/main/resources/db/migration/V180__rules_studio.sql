-- What a version is for, when it holds, the examples it must answer; who published or withdrew it, and why.
alter table rule_version add column purpose        text  not null default '';
alter table rule_version add column tags           text  not null default '';          -- joined by commas
alter table rule_version add column starts_on      date;
alter table rule_version add column ends_on        date;
alter table rule_version add column examples       text  not null default '[]';        -- JSON
alter table rule_version add column author_account text;          -- null for the system
alter table rule_version add column publish_reason text;
alter table rule_version add column retired_by     text;
alter table rule_version add column retire_reason  text;
alter table rule_version add check (starts_on is null or ends_on is null or starts_on <= ends_on);
-- Never filled: a purpose and tags change with the version.
alter table rule_version drop column note;
alter table rule drop column purpose;
alter table rule drop column tags;

-- A retired rule gives its name back.
alter table rule add column live boolean not null default true;
update rule set live = false
 where not exists (select from rule_version v where v.rule_id = rule.id and v.state in ('DRAFT', 'PUBLISHED'));
create unique index rule_name_live on rule (lower(name)) where live;

-- How rules are published here; no row is the ordinary way.
create table rule_setting (
    id          integer primary key check (id = 1),
    two_persons boolean     not null,
    changed_by  text        not null,
    changed_at  timestamptz not null
);
