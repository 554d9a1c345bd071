// The country of a simulated day: a handful of banks and a clearing house, small enough that they run short.
import { type Institution } from '../../modules/messages/index.ts';
import { type Profile } from '../../modules/settlement/index.ts';
import { TimeZone } from '../../platform/time-zone.ts';

export const institution: Institution = {
  bic: 'CBDECNBJ',
  name: { en: 'Central Bank', zh: '中央银行' },
  currency: 'CNY',
  zone: new TimeZone('Asia/Shanghai'),
  system: 'FEIQIAN',
};

/** A Thursday, 10:00 in Shanghai. */
export const TEN_O_CLOCK = Date.parse('2027-04-15T02:00:00Z') * 1_000;

export const HOUSE = 'H';

export const bicOf = (name: string): string => `BNK${name}CN22`;

export function profileOf(name: string, index: number): Profile {
  const title = { en: name, zh: name };
  return {
    id: bicOf(name),
    bic: bicOf(name),
    clearingCodes: [{ scheme: 'CNAPS', code: `10200000000${index}` }],
    kind: name === HOUSE ? 'clearing-house' : 'direct',
    name: title,
    shortName: title,
    joinedOn: '2027-01-04',
  };
}
