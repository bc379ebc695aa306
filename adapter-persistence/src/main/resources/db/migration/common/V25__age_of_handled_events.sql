create index inbox_events_age on inbox_events (handled_at);
