-- Sessions that have begun and that nobody closed: what rules look at for each learner whose half-day is not known yet.
create index training_session_open on training_session (starts_at) where stored_state = 'PLANNED';
