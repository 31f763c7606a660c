-- What a later postmortem may share with a document or call it by.

create table catchwords (
  word text not null,
  document_key text not null,
  primary key (word, document_key)
) strict, without rowid;

create index catchwords_document on catchwords (document_key);
