-- Why: a shop says things in its own words. A template is a row per version, never rewritten, so that whoever reads an old message can find
-- what it was made of; the newest version counts, and one without a body goes back to the words Clew came with.

create table notice_template (
    id         uuid primary key,
    kind       text not null,
    channel    text not null check (channel in ('email', 'sms', 'push')),
    language   text not null check (language in ('en', 'es', 'ro', 'ru')),
    version    integer not null check (version > 0),
    subject    text not null,
    body       text,
    made_by    text not null,
    created_at timestamptz not null,
    -- Of two people who edit one version, one writes; and the newest is found from the index's end.
    unique (kind, channel, language, version)
);
