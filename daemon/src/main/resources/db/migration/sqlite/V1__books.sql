-- Instants in key columns are nanoseconds since 1970; the body of a row is its JSON and holds everything.

create table items (
  id text not null primary key,
  document_key text not null,
  incident_id text,
  title text not null,          -- normalised
  tracker text,
  ticket_id text,
  ticket_key text,              -- in lower case, for people who type
  ticket_url text,              -- likewise
  unfiled integer not null,     -- 1: accepted, in its document, without a ticket
  body text not null
) strict;

create index items_document on items (document_key, id);
create index items_incident on items (incident_id, id) where incident_id is not null;
create index items_title on items (title, id);
create index items_ticket on items (tracker, ticket_id, id) where ticket_id is not null;
create index items_ticket_key on items (ticket_key) where ticket_key is not null;
create index items_ticket_url on items (ticket_url) where ticket_url is not null;
create index items_unfiled on items (id) where unfiled = 1;

create table documents (
  key text not null primary key,
  source text not null,
  body text not null
) strict;

create index documents_source on documents (source, key);

create table mirrors (
  item text not null primary key,
  tracker text not null,
  is_open integer not null,
  body text not null
) strict;

create index mirrors_open on mirrors (tracker, item) where is_open = 1;

create table follow_ups (
  item text not null primary key,
  next_at integer not null,     -- 9223372036854775807: never by itself
  policy text not null,
  body text not null
) strict;

create index follow_ups_next on follow_ups (next_at, item);
create index follow_ups_policy on follow_ups (policy, next_at, item);

create table outbox (
  sequence integer not null primary key autoincrement,
  key text not null unique,
  destination text not null,
  item text not null,
  creates integer not null,     -- 1: the birth of the item's ticket
  state text not null,
  live integer not null,        -- 1: neither DONE nor SUPERSEDED
  ready_at integer not null,    -- when it may be worked on; 9223372036854775807: never by itself
  claim text not null,          -- compared as a whole; empty before the first one
  done_at integer,
  body text not null
) strict;

create index outbox_queue on outbox (destination, sequence, ready_at, item) where live = 1;
create index outbox_turn on outbox (item, destination, sequence) where live = 1;
create index outbox_ready on outbox (ready_at, sequence) where live = 1;
create index outbox_item on outbox (item, sequence);
create index outbox_creation on outbox (item) where creates = 1;
create index outbox_state on outbox (state, sequence);
create index outbox_done on outbox (done_at, sequence) where done_at is not null;

create table journal (
  sequence integer not null primary key autoincrement,
  at integer not null,
  item text,
  body text not null
) strict;

create index journal_item on journal (item, sequence) where item is not null;
create index journal_at on journal (at, sequence);

create table settings (
  key text not null primary key,
  value text not null
) strict;
