-- Virtual classes of tools that no connector reads: their sessions are no less at a distance.
alter table training_session drop constraint training_session_meeting_provider_check;
alter table training_session add constraint training_session_meeting_provider_check
    check (meeting_provider in ('ZOOM','TEAMS','BIGBLUEBUTTON','GOOGLE_MEET','WEBEX','OTHER'));

-- What a subscription does with events that a person would ask about.
alter table calendar_feed
    add column same_events      text not null default 'ASK' check (same_events in ('ASK','JOIN','SEPARATE')),
    add column cancelled_titles text not null default 'ASK' check (cancelled_titles in ('ASK','CANCEL','PLAN'));
