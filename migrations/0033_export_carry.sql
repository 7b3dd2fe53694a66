-- Why: Cloudflare R2 joins only parts of one length, the last one excepted. So a part of the nightly file ends wherever it is full, in the middle of an
-- order if need be, and what of its last page did not fit begins the next.

alter table export_run
    -- That rest, until it is written; it holds customers' addresses, and stays no longer than the file is open.
    add column carry bytea not null default '';
