-- What a caller's key was first used for, as a hash: the same key with something else is no repeat.
create table repeated_call (
    id           uuid        not null,
    kind         text        not null,
    content_hash text        not null,
    at           timestamptz not null,
    primary key (id, kind)
);
