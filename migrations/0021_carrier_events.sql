-- What carriers tell of a parcel is kept word for word, by whoever told it; what is believed is read out of all of it and stands beside the
-- parcel, so that pages and lists need no reckoning (ADR 0049).
create table carrier_event (
    parcel_id   uuid not null references parcel,
    -- A TrackSource: 'shippo', 'ups', …
    source      text not null,
    -- The source's own key of it: the same for the same scan, asked or pushed.
    key         text not null,
    -- A CarrierEvent: code, words, place and hour as told, with what our table says of the code.
    event       jsonb not null,
    recorded_at timestamptz not null,
    -- Whether our table knows its code.
    mapped      boolean not null generated always as (event -> 'meaning' <> 'null'::jsonb) stored,
    primary key (parcel_id, source, key)
);
create index carrier_event_unmapped on carrier_event (source, recorded_at desc) where not mapped;

-- The days that were named for its arrival: each once, with the first and the last time it was named.
create table carrier_promise (
    parcel_id   uuid not null references parcel,
    source      text not null,
    -- The day and its hours, as text.
    key         text not null,
    -- An Eta, without the time it was told.
    eta         jsonb not null,
    first_told  timestamptz,
    last_told   timestamptz,
    primary key (parcel_id, source, key)
);

-- What else a source says of a parcel as a whole: the newest word of each.
create table carrier_report (
    parcel_id   uuid not null references parcel,
    source      text not null,
    attempts    jsonb,
    attempts_at timestamptz not null default '-infinity',
    proof       jsonb,
    proof_at    timestamptz not null default '-infinity',
    primary key (parcel_id, source)
);

alter table parcel
    -- One of the twelve words of TrackingState; `tracking` is what it means to the order.
    add column tracking_state  text not null default 'unknown',
    add column tracking_cause  text,
    add column tracking_action text,
    -- When the carrier first and last had it in hand; a label is no scan.
    add column first_scan_at   timestamptz,
    add column last_scan_at    timestamptz,
    -- The merged scans, oldest first.
    add column timeline        jsonb not null default '[]',
    -- What was promised, first to last; `eta` is the day that stands.
    add column promises        jsonb not null default '[]',
    add column attempts        jsonb,
    add column proof           jsonb;

create temporary table told on commit drop as
select s.parcel_id, s.key as old_key,
    case when s.key ~ '^(fedex|ups|dhl|correos|shippo):' then split_part(s.key, ':', 1) else 'shippo' end as source,
    regexp_replace(s.key, '^(fedex|ups|dhl|correos|shippo):', '') as key,
    s.tracking, s.substatus, s.detail, s.happened_at, s.recorded_at,
    to_char(s.happened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment,
    case when s.place is not null then
        jsonb_build_object('city', null, 'region', null, 'postcode', null, 'country', null, 'facility', s.place)
    end as place,
    jsonb_build_object(
        'state', case s.tracking
            when 'unknown' then 'unknown'
            when 'pre_transit' then 'pre_transit'
            when 'transit' then case when s.substatus = 'package_accepted' then 'picked_up' else 'in_transit' end
            when 'out_for_delivery' then
                case when s.substatus = 'pickup_available' then 'available_for_pickup' else 'out_for_delivery' end
            when 'delayed' then 'delayed'
            when 'exception' then case
                when s.substatus in ('notice_left', 'delivery_attempted', 'location_inaccessible') then 'attempted'
                when s.substatus in ('package_lost', 'package_disposed', 'package_undeliverable') then 'failed'
                else 'in_transit' end
            when 'delivered' then 'delivered'
            when 'returned' then 'returning'
        end,
        'cause', case
            when s.substatus = 'address_issue' then 'address'
            when s.substatus = 'package_damaged' then 'damaged'
            when s.substatus = 'package_lost' then 'lost'
        end,
        'action', case
            when s.tracking = 'out_for_delivery' and s.substatus = 'pickup_available' then 'pick_up'
            when s.tracking <> 'exception' then null
            when s.substatus = 'address_issue' then 'correct_address'
            when s.substatus in ('notice_left', 'delivery_attempted') then 'choose_day'
            when s.substatus = 'location_inaccessible' then 'give_access'
            when s.substatus in ('package_lost', 'package_damaged') then 'claim'
            else 'contact_carrier'
        end) as meaning
from scan s;

insert into carrier_event (parcel_id, source, key, event, recorded_at)
select parcel_id, source, key,
    jsonb_build_object('key', key, 'code', null, 'sub_code', substatus, 'words', detail, 'language', null,
        'when', case when moment is null then to_jsonb('unsaid'::text)
            else jsonb_build_object('moment', jsonb_build_object('at', moment, 'offset', null)) end,
        'place', place, 'meaning', meaning),
    recorded_at
from told
on conflict do nothing;

update parcel p set
    timeline = line.scans, first_scan_at = line.first, last_scan_at = line.last
from (
    select parcel_id,
        jsonb_agg(jsonb_build_object('at', moment,
            'heard_at', to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'meaning', meaning, 'place', place, 'words', detail, 'language', null, 'code', substatus,
            'sources', jsonb_build_array(source))
            order by happened_at nulls last, tracking, old_key) as scans,
        min(happened_at) filter (where tracking not in ('unknown', 'pre_transit')) as first,
        max(happened_at) filter (where tracking not in ('unknown', 'pre_transit')) as last
    from told group by parcel_id
) line
where line.parcel_id = p.id;

update parcel p set
    tracking_state = told.meaning ->> 'state', tracking_cause = told.meaning ->> 'cause', tracking_action = told.meaning ->> 'action'
from told where told.parcel_id = p.id and told.old_key = p.tracking_key;

insert into carrier_promise (parcel_id, source, key, eta, first_told, last_told)
select id, 'shippo', eta::text,
    jsonb_build_object('day', eta::text, 'window', null, 'words', null, 'cause', null, 'told', null),
    nullif(eta_at, '-infinity'), nullif(eta_at, '-infinity')
from parcel where eta is not null;
update parcel set promises = jsonb_build_array(jsonb_build_object('day', eta::text, 'window', null,
    'told', to_char(nullif(eta_at, '-infinity') at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'words', null, 'cause', null, 'source', 'shippo'))
where eta is not null;

alter table parcel
    drop column tracking_detail,
    drop column tracking_place,
    drop column tracking_key,
    drop column eta_at;
drop table scan;
