-- The rarest words of each title, by which titles that are near are found.

create table title_words (
  word text not null,
  item text not null,
  primary key (word, item)
) strict, without rowid;

create index title_words_item on title_words (item, word);

drop index items_title;
