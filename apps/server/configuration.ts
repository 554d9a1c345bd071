// feiqian.yaml: who the institution is, its money, time zone, calendar, hours and participants. All of it is optional;
// what is wrong is said with file, line and what to do, before anything starts.
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { LineCounter, parseDocument } from 'yaml';
import { type Institution } from '../../modules/messages/index.ts';
import { type CalendarRules, type DatedHours, DEFAULT_RULES, type Profile } from '../../modules/settlement/index.ts';
import { TitleSchema } from '../../platform/http/index.ts';
import { TimeZone } from '../../platform/time-zone.ts';
import { checkMeaning } from './check-configuration.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** A text for both languages, or one for each. */
const NameSchema = Type.Union([Type.String({ minLength: 1, maxLength: 140 }), TitleSchema]);
const DateSchema = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' });
const TimeSchema = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
const HostSchema = Type.String({ pattern: '^[a-z0-9.:\\[\\]-]{1,253}$' });
const closed = { additionalProperties: false };
const OneOf = <const Texts extends readonly string[]>(texts: Texts) =>
  Type.Union(texts.map((text) => Type.Literal(text))) as unknown as TSchema & { static: Texts[number] };

const PhaseSchema = Type.Object(
  {
    code: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
    title: NameSchema,
    starts: TimeSchema,
    ends: TimeSchema,
    /** The evening before the business date. */
    startsEveningBefore: Type.Optional(Type.Boolean()),
    endsEveningBefore: Type.Optional(Type.Boolean()),
    accepts: OneOf(['all', 'interbank', 'nothing']),
  },
  closed,
);

const ParticipantSchema = Type.Object(
  {
    bic: Type.String(),
    id: Type.Optional(Type.String({ pattern: '^[\\w.-]{1,40}$' })),
    lei: Type.Optional(Type.String()),
    clearingCodes: Type.Optional(Type.Array(Type.Object({ scheme: Type.String(), code: Type.String() }, closed))),
    kind: OneOf(['direct', 'indirect', 'clearing-house']),
    name: NameSchema,
    shortName: Type.Optional(NameSchema),
    settlesThrough: Type.Optional(Type.String()),
    joinedOn: Type.Optional(DateSchema),
  },
  closed,
);

const ConfigurationSchema = Type.Object(
  {
    name: Type.Optional(NameSchema),
    bic: Type.Optional(Type.String()),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
    timeZone: Type.Optional(Type.String()),
    /** In messages: the proprietary name of this settlement system. */
    system: Type.Optional(Type.String({ minLength: 1, maxLength: 35 })),
    demo: Type.Optional(Type.Boolean()),
    calendar: Type.Optional(
      Type.Object(
        {
          weekend: Type.Optional(Type.Array(OneOf(WEEKDAYS))),
          holidays: Type.Optional(Type.Array(DateSchema)),
          workingWeekends: Type.Optional(Type.Array(DateSchema)),
        },
        closed,
      ),
    ),
    hours: Type.Optional(
      Type.Array(Type.Object({ from: DateSchema, phases: Type.Array(PhaseSchema, { minItems: 2 }) }, closed), {
        minItems: 1,
      }),
    ),
    participants: Type.Optional(Type.Array(ParticipantSchema)),
    /** A second port, for machines that show a client certificate. */
    tls: Type.Optional(
      Type.Object(
        {
          port: Type.Integer({ minimum: 1, maximum: 65_535 }),
          /** To listen on; this machine alone when absent. */
          address: Type.Optional(Type.String()),
          /** What we are called by, beside localhost. */
          names: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z0-9.:-]{1,253}$' }), { maxItems: 20 })),
          /** PEM files of a certificate that the operator brings, renewed by writing them anew; ours when absent. */
          certificate: Type.Optional(Type.String()),
          key: Type.Optional(Type.String()),
          /** PEM files of authorities whose client certificates may be registered, beside our own. */
          clientAuthorities: Type.Optional(Type.Array(Type.String(), { maxItems: 20 })),
        },
        closed,
      ),
    ),
    signIn: Type.Optional(Type.Object({ allowedHosts: Type.Array(HostSchema, { maxItems: 1_000 }) }, closed)),
    webhooks: Type.Optional(Type.Object({ allowedHosts: Type.Array(HostSchema, { maxItems: 1_000 }) }, closed)),
  },
  closed,
);
export type Given = Static<typeof ConfigurationSchema>;

export interface TlsConfiguration {
  readonly port: number;
  readonly address: string;
  readonly names: readonly string[];
  /** The operator's; ours when undefined. */
  readonly files: { readonly certificate: string; readonly key: string } | undefined;
  readonly clientAuthorities: readonly string[];
}

export interface Configuration {
  readonly institution: Institution;
  readonly calendar: CalendarRules;
  readonly participants: readonly Profile[];
  readonly hasDemo: boolean;
  /** Hosts of sign-in providers that may be inside our own network, and without TLS. */
  readonly signInHosts: readonly string[];
  readonly tls?: TlsConfiguration;
  /** Hosts that webhooks may reach inside our own network, and without TLS. */
  readonly webhookHosts: readonly string[];
}

/** Everything that is wrong with the file, a line each. */
export class ConfigurationWrong extends Error {}

/** `file` names it in complaints. What the text leaves out is as in `defaults`. */
export function readConfiguration(file: string, text: string, defaults: Institution): Configuration {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const wrong: string[] = document.errors.map(({ message }) => `${file}: ${message}`);
  if (wrong.length > 0) throw new ConfigurationWrong(wrong.join('\n'));
  const given: unknown = document.toJS() ?? {};
  const complain = (path: string, what: string): void => {
    const keys = path.split('/').slice(1);
    let node: unknown;
    for (let depth = keys.length; depth >= 0 && node === undefined; depth--) {
      node = document.getIn(keys.slice(0, depth), true);
    }
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    const { line, col } = lines.linePos(range?.[0] ?? 0);
    wrong.push(`${file}:${Math.max(line, 1)}:${Math.max(col, 1)}: ${keys.join('.') || 'the file'}: ${what}`);
  };
  for (const { path, message } of Value.Errors(ConfigurationSchema, given)) complain(path, message.toLowerCase());
  if (wrong.length === 0) checkMeaning(given as Given, complain);
  if (wrong.length > 0) throw new ConfigurationWrong([...new Set(wrong)].join('\n'));
  return configurationOf(given as Given, defaults);
}

function configurationOf(given: Given, defaults: Institution): Configuration {
  const {
    name,
    bic,
    currency,
    timeZone,
    system,
    demo = false,
    calendar = {},
    hours,
    participants = [],
    webhooks,
    signIn,
    tls,
  } = given;
  return {
    institution: {
      bic: bic ?? defaults.bic,
      name: name === undefined ? defaults.name : titleOf(name),
      currency: currency ?? defaults.currency,
      zone: timeZone === undefined ? defaults.zone : new TimeZone(timeZone),
      system: system ?? defaults.system,
    },
    calendar: {
      timeZone: timeZone ?? defaults.zone.name,
      weekend: calendar.weekend?.map((day) => WEEKDAYS.indexOf(day)) ?? DEFAULT_RULES.weekend,
      holidays: calendar.holidays ?? [],
      workingWeekends: calendar.workingWeekends ?? [],
      hours: hours?.map(hoursOf) ?? DEFAULT_RULES.hours,
    },
    participants: participants.map((each): Profile => ({
      ...each,
      id: each.id ?? each.bic,
      clearingCodes: each.clearingCodes ?? [],
      name: titleOf(each.name),
      shortName: titleOf(each.shortName ?? each.name),
      joinedOn: each.joinedOn ?? '2000-01-01',
    })),
    hasDemo: demo,
    ...(tls ? { tls: tlsOf(tls) } : {}),
    signInHosts: signIn?.allowedHosts ?? [],
    webhookHosts: webhooks?.allowedHosts ?? [],
  };
}

function tlsOf({
  port,
  address,
  names,
  certificate,
  key,
  clientAuthorities,
}: NonNullable<Given['tls']>): TlsConfiguration {
  return {
    port,
    address: address ?? '127.0.0.1',
    names: ['localhost', '127.0.0.1', '::1', ...(names ?? [])],
    files: certificate === undefined || key === undefined ? undefined : { certificate, key },
    clientAuthorities: clientAuthorities ?? [],
  };
}

function hoursOf({ from, phases }: NonNullable<Given['hours']>[number]): DatedHours {
  return {
    from,
    phases: phases.map(({ code, title, accepts, starts, ends, startsEveningBefore, endsEveningBefore }) => ({
      code,
      title: titleOf(title),
      accepts,
      startsAt: starts,
      startsDay: startsEveningBefore ? -1 : 0,
      endsAt: ends,
      endsDay: endsEveningBefore ? -1 : 0,
    })),
  };
}

function titleOf(name: Static<typeof NameSchema>): { en: string; zh: string } {
  return typeof name === 'string' ? { en: name, zh: name } : name;
}
