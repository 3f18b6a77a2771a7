-- Nothing is published through it any more: what follows an event is a durable job. It kept a former server's secret in clear.
drop table event_publication;
