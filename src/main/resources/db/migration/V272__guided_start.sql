-- Steps of the guided start that a centre does without, or does later.
create table onboarding_step_put_aside (
    step         text        primary key
        check (step in ('ORGANISATION','SITES','PEOPLE','PROGRAMMES','GROUPS','SOURCES','MAILS')),
    put_aside_at timestamptz not null,
    put_aside_by text        not null
);
