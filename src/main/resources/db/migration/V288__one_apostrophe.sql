-- d’Almeida stands beside d'Almeida, whichever apostrophe was typed, as NameOrder has it. Only from PostgreSQL 16 on may a
-- collation be told so; before, the two stand next to each other among the names in D.
do $$
begin
    if current_setting('server_version_num')::int >= 160000 then
        drop index learner_name;
        drop collation french;
        create collation french (provider = icu, locale = 'fr', rules = '&''''=’');
        create index learner_name on learner (last_name collate french, first_name collate french, id);
    end if;
end
$$;
