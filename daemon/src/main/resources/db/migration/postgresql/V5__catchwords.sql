-- What a later postmortem may share with a document or call it by.

create table catchwords (
  word text collate "C" not null,
  document_key text collate "C" not null,
  primary key (word, document_key)
);

create index catchwords_document on catchwords (document_key);
