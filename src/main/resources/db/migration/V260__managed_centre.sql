-- What people keep of the centre by hand.

-- Sites: their public holidays and the days on which they are closed; one that is no longer used stays.
alter table site add column holidays text not null default 'METROPOLE'
    check (holidays in ('METROPOLE','ALSACE_MOSELLE','GUADELOUPE','MARTINIQUE','GUYANE','LA_REUNION','MAYOTTE'));
alter table site add column retired boolean not null default false;
update site set holidays = case zone
    when 'Indian/Reunion' then 'LA_REUNION' when 'Indian/Mayotte' then 'MAYOTTE' when 'America/Guadeloupe' then 'GUADELOUPE'
    when 'America/Martinique' then 'MARTINIQUE' when 'America/Cayenne' then 'GUYANE' else 'METROPOLE' end;
create table site_closure (
    site_id uuid not null references site on delete cascade,
    from_on date not null,
    to_on   date not null,                      -- inclusive
    name    text not null default '',
    check (to_on >= from_on)
);
create index site_closure_site on site_closure (site_id);

-- The organisation: who may sign, from when to when.
create table signatory (
    organisation_id uuid not null references organisation on delete cascade,
    position        integer not null,
    name            text not null,
    title           text not null,
    from_on         date,
    to_on           date,
    primary key (organisation_id, position)
);

alter table programme add column retired boolean not null default false;
alter table trainer   add column retired boolean not null default false;
alter table referent  add column retired boolean not null default false;
alter table funder    add column retired boolean not null default false;
alter table employer  add column retired boolean not null default false;

-- Whom else an employer has, beside its first contact, which stands with it.
create table employer_contact (
    employer_id uuid not null references employer on delete cascade,
    position    integer not null,
    name        text not null,
    role        text not null default '',
    email       text not null default '',
    phone       text not null default '',
    primary key (employer_id, position)
);
alter table employer add column contact_role text not null default '';

alter table group_period alter column id set default gen_random_uuid();

-- What was signed for an enrolment: the convention, and the contract of an apprentice.
alter table enrolment
    add column convention_number    text not null default '',
    add column convention_signed_on date,
    add column contract_number      text not null default '',
    add column contract_starts_on   date,
    add column contract_ends_on     date,
    add column contract_signed_on   date;

-- Accounts may have several roles; "role" is the one acted in.
create table account_role (
    account_id uuid    not null references account on delete cascade,
    position   integer not null,
    role       text    not null check (role in ('ADMIN','QUALITY_MANAGER','TRAINER','REFERENT','AUDITOR','LEARNER')),
    primary key (account_id, position)
);
insert into account_role (account_id, position, role) select id, 0, role from account;
alter table account add column sessions_ended integer not null default 0;
create index account_email on account (lower(email)) where email is not null;
