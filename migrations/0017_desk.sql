-- Why: staff look for a message by its recipient, its kind or its state, among a hundred thousand as among a hundred; and what is told to
-- them on our own pages is read by each of them for themselves.

alter table notice
    -- When its recipient looked at it on our own pages. One row is one person's, so that this is theirs alone.
    add column read_at timestamptz;

create index notice_recipient on notice (recipient text_pattern_ops, created_at desc, id desc);
create index notice_state on notice (state, created_at desc, id desc);
create index notice_kind on notice (kind, created_at desc, id desc);
create index notice_order_log on notice (order_id, created_at desc, id desc);
drop index notice_order;
create index notice_feed on notice (recipient, created_at desc, id desc) where channel = 'in_app' and audience = 'staff';
create index notice_unread on notice (recipient) where channel = 'in_app' and audience = 'staff' and read_at is null;
