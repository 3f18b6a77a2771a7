-- Names in the order of a French dictionary, whatever the order the database was created with: É beside E, case last.
create collation french (provider = icu, locale = 'fr');
drop index learner_name;
create index learner_name on learner (last_name collate french, first_name collate french, id);
