-- What a trace tells, for a line of words: never who, nor anything of the raw statement besides the activity's name and its time.
create view evidence_v_told as
select id, occurred_at, kind, source, from_at, to_at, verb, activity_key,
       payload #>> '{object,definition,name}' as activity_name, payload #>> '{result,duration}' as duration
  from evidence;

create view training_v_module_activity as
select a.activity_id, m.title from programme_module_activity a join programme_module m on m.id = a.module_id;
