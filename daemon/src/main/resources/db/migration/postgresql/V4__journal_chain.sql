-- Each row is sealed: by a hash of its body, and by one of that, the keys and the seal of the row before.

alter table journal add column content text collate "C";
alter table journal add column seal text collate "C";
