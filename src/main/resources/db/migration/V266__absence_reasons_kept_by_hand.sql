-- The reasons for an absence are the centre's own: entered, corrected and retired. What each is worth to whom is said in columns.
alter table absence_reason
    add column id             uuid    not null default gen_random_uuid() unique,
    add column version        integer not null default 0,
    add column retired        boolean not null default false,
    add column employer       boolean not null default false,
    add column france_travail boolean not null default false,
    add column region         boolean not null default false,
    add column cpf            boolean not null default false;
update absence_reason
   set employer       = effects ->> 'EMPLOYER' = 'JUSTIFIED',
       france_travail = effects ->> 'FRANCE_TRAVAIL' = 'JUSTIFIED',
       region         = effects ->> 'REGION' = 'JUSTIFIED',
       cpf            = effects ->> 'CPF' = 'JUSTIFIED';
alter table absence_reason drop column effects;
create unique index absence_reason_code on absence_reason (lower(code));
