-- Tickets of ours that stand for no action item. The column outbox.item holds the subject of an entry since now:
-- an item's id, or a kind's word with a fingerprint.

create table own_tickets (
  subject text collate "C" not null primary key,
  about text collate "C" not null,
  tracker text collate "C",
  ticket_id text collate "C",
  ticket_key text collate "C",              -- in lower case, for people who type
  ticket_url text collate "C",              -- likewise
  next_at bigint not null,     -- 9223372036854775807: only after a change
  body text not null
);

create index own_tickets_about on own_tickets using hash (about);
create index own_tickets_ticket on own_tickets (tracker, ticket_id) where ticket_id is not null;
create index own_tickets_ticket_key on own_tickets using hash (ticket_key) where ticket_key is not null;
create index own_tickets_ticket_url on own_tickets using hash (ticket_url) where ticket_url is not null;
create index own_tickets_next on own_tickets (next_at, subject);
