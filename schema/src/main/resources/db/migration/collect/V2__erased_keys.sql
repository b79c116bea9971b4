-- The key of an erased person is a keyed hash; whether there is any decides if a new key is looked for among them.
create index subject_erased on collect.subject (number) where value like 'erased:%';
