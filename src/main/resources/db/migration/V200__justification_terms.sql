-- The version of the justification rules a justification was filed under: it is checked and decided by these.
alter table justification add column terms_version integer;
