-- Why: carriers are asked where parcels are. Each parcel knows when it is looked at next and whether its carrier tells of it by itself; each
-- source knows who asks it just now, until when it is left alone, and how much of its quota is used, so that neither a restart nor a second
-- process asks too much.

-- A parcel's row is kept by triggers: whoever adds a parcel, by whatever way, in whatever transaction, has it followed.
create table parcel_poll (
    parcel_id    uuid primary key references parcel on delete cascade,
    -- Whose own service knows it. Whether the shop has an account there, or Shippo is asked, is decided when it is looked at.
    source       text not null check (source in ('shippo', 'fedex', 'ups', 'dhl', 'correos')),
    -- Null: never again.
    next_look_at timestamptz,
    -- The seconds between two looks, as last planned: the line it stands in.
    every        integer not null check (every > 0),
    looked_at    timestamptz,
    -- The source told of it by itself.
    told_at      timestamptz,
    -- How often the source refused a question about this number alone, and its code for why.
    failures     integer not null default 0,
    refused_because text,
    -- A question was refused that it was part of: it is asked among so many at most, until the number that spoils it stands alone.
    among        smallint check (among > 0),
    subscription_state text not null default 'none' check (subscription_state in ('none', 'active', 'completed', 'failed')),
    subscription_id text,
    -- When the source is asked (again) to tell of it by itself; null: not to be asked.
    renew_at     timestamptz,
    -- Why it does not tell, in our words or by its code.
    failed_because text
);
create index parcel_poll_due on parcel_poll (source, every, next_look_at) where next_look_at is not null;
create index parcel_poll_renew on parcel_poll (source, renew_at) where renew_at is not null;
create index parcel_poll_subscription on parcel_poll (subscription_id) where subscription_id is not null;

-- `TrackSource::of_carrier`, as a rule of the table: a test keeps both alike.
create function poll_source(carrier text) returns text language sql immutable as $$
    select case
        when carrier in ('fedex', 'ups', 'correos') then carrier
        when carrier = 'dhl' or starts_with(carrier, 'dhl_') then 'dhl'
        else 'shippo'
    end
$$;

create function parcel_polled() returns trigger language plpgsql as $$
begin
    if new.carrier_token is null or new.tracking_number is null or new.voided_at is not null then
        update parcel_poll set next_look_at = null, renew_at = null,
            subscription_state = case subscription_state when 'active' then 'completed' else subscription_state end
        where parcel_id = new.id;
        return null;
    end if;
    -- A number somebody typed may be on its way already; a label that was just bought is not.
    insert into parcel_poll (parcel_id, source, next_look_at, every, renew_at)
    values (new.id, poll_source(new.carrier_token),
        new.created_at + case when new.label_id is null then interval '0' else interval '2 hours' end,
        case when new.label_id is null then 1500 else 21600 end, new.created_at)
    on conflict (parcel_id) do update set source = excluded.source, next_look_at = excluded.next_look_at, every = excluded.every,
        failures = 0, refused_because = null, among = null, told_at = null, subscription_state = 'none', subscription_id = null,
        renew_at = excluded.renew_at, failed_because = null;
    return null;
end
$$;
create trigger parcel_polled_when_added after insert on parcel for each row execute function parcel_polled();
create trigger parcel_polled_when_changed after update of carrier_token, tracking_number, voided_at on parcel for each row
    when (old.carrier_token is distinct from new.carrier_token or old.tracking_number is distinct from new.tracking_number
        or (old.voided_at is null) <> (new.voided_at is null))
    execute function parcel_polled();

-- What is on its way already is looked at within six hours, not all at once.
insert into parcel_poll (parcel_id, source, next_look_at, every, renew_at)
select id, poll_source(carrier_token), now() + random() * interval '6 hours', 21600, now()
from parcel
where carrier_token is not null and tracking_number is not null and voided_at is null and tracking not in ('delivered', 'returned');

-- Who is asked.
create table poll_source_state (
    source       text primary key,
    -- One process asks it at a time; who dies leaves its lease to run out.
    lease_token  uuid,
    lease_until  timestamptz,
    -- Nobody asks before, and why: it said so, it does not answer, or it refuses our key.
    pause_until  timestamptz,
    pause_because text check (pause_because in ('busy', 'down', 'refused')),
    -- Calls without an answer, in a row.
    failures     integer not null default 0,
    -- When each of the two limits will have recovered from what was asked.
    gap_at       timestamptz,
    day_at       timestamptz
);
insert into poll_source_state (source) values ('shippo'), ('fedex'), ('ups'), ('dhl'), ('correos');

-- What was asked, by UTC day: for staff.
create table poll_use (
    source text not null,
    day    date not null,
    calls  integer not null,
    primary key (source, day)
);
