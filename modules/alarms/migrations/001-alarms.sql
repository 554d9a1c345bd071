-- Alarms: what an operator must know of, since when, who saw it, and until when it held.

create schema alarms;

create table alarms.alarms (
  alarm_id        uuid        not null primary key,
  number          int8        not null generated always as identity,
  severity        text        not null check (severity in ('high', 'medium', 'low')),
  code            text        not null,
  text_en         text        not null,
  text_zh         text        not null,
  subject_kind    text        not null, -- empty when it is about nothing in particular
  subject_id      text        not null,
  raised_at       timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  cleared_at      timestamptz
);
-- One condition raises one alarm for as long as it holds.
create unique index alarms_open on alarms.alarms (code, subject_kind, subject_id) where cleared_at is null;
create unique index alarms_number on alarms.alarms (number);
