-- The rarest words of each title, by which titles that are near are found.

create table title_words (
  word text collate "C" not null,
  item text collate "C" not null,
  primary key (word, item)
);

create index title_words_item on title_words (item, word);

drop index items_title;
