-- Two learners whose addresses were swapped are put right by one file: what each write would break, the whole does not.
drop index learner_email;
alter table learner add constraint learner_email
    exclude using btree (lower(email) with =) where (email is not null) deferrable initially immediate;

create function check_learner_email_later(later boolean) returns void language plpgsql as $$
begin
    if later then
        set constraints learner_email deferred;
    else
        set constraints learner_email immediate;
    end if;
end $$;
