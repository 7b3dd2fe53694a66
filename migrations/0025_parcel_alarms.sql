-- What about a parcel needs a person: one open alarm at a time, and the ones that were.
create table parcel_alarm (
    id         uuid primary key,
    parcel_id  uuid not null references parcel,
    -- An AlarmKind.
    kind       text not null,
    -- A Todo: the one thing to do.
    todo       text not null,
    -- Until when, where the carrier named a day.
    deadline   date,
    raised_at  timestamptz not null,
    settled_at timestamptz
);
create unique index parcel_alarm_open on parcel_alarm (parcel_id) where settled_at is null;
create index parcel_alarm_of on parcel_alarm (parcel_id, raised_at);
-- What the hourly look goes through.
create index parcel_under_way on parcel (id)
    where direction = 'outbound' and voided_at is null and tracking_state not in ('delivered', 'returned');
