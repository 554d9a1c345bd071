// The demo country: an invented central bank's participants, what they own, and how big they are. Nobody here exists.
import { type Institution } from '../../../modules/messages/index.ts';
import { type Profile } from '../../../modules/settlement/index.ts';
import { TimeZone } from '../../../platform/time-zone.ts';

export const DEMO_INSTITUTION: Institution = {
  bic: 'FQCBCNBJ',
  name: { en: 'Central Bank of the Demo Country', zh: '示范国中央银行' },
  currency: 'CNY',
  zone: new TimeZone('Asia/Shanghai'),
  system: 'FEIQIAN',
};

export interface DemoParticipant {
  readonly profile: Profile;
  /** Opening balance and credit line in millions; share of the payments. */
  readonly balance: number;
  readonly creditLine: number;
  readonly weight: number;
}

const BANKS: readonly (readonly [
  code: string,
  en: string,
  zh: string,
  short: string,
  shortZh: string,
  weight: number,
])[] = [
  ['MRDN', 'Meridian Bank', '子午银行', 'Meridian', '子午', 20],
  ['LOTS', 'Lotus Commercial Bank', '莲华商业银行', 'Lotus', '莲华', 17],
  ['GRNW', 'Greenwater Bank', '碧水银行', 'Greenwater', '碧水', 14],
  ['SLKR', 'Silk Road Trade Bank', '丝路贸易银行', 'Silk Road', '丝路', 12],
  ['NRTH', 'Northern Harvest Bank', '北禾银行', 'Northern', '北禾', 9],
  ['JADE', 'Jade Gate Bank', '玉门关银行', 'Jade Gate', '玉门关', 8],
  ['CLDM', 'Cloud Mountain Bank', '云山银行', 'Cloud Mt.', '云山', 6],
  ['TDEW', 'Tide & Dew Bank', '潮露银行', 'Tide & Dew', '潮露', 5],
  ['BMBO', 'Bamboo Savings Bank', '翠竹储蓄银行', 'Bamboo', '翠竹', 4],
  ['LNTN', 'Lantern City Bank', '灯城银行', 'Lantern', '灯城', 3],
  ['FRRY', 'Ferry Crossing Bank', '渡口银行', 'Ferry', '渡口', 2],
  ['PLUM', 'Plum Rain Rural Bank', '梅雨农村银行', 'Plum Rain', '梅雨', 1],
];

const title = (en: string, zh: string) => ({ en, zh });

function profile(
  code: string,
  index: number,
  kind: Profile['kind'],
  en: string,
  zh: string,
  short: string,
  shortZh: string,
): Profile {
  const bic = `${code}CNBJ`;
  const clearingCodes = [{ scheme: 'CNAPS', code: `${900 + index}100000${String(index).padStart(3, '0')}` }];
  return {
    id: bic,
    bic,
    lei: leiOf(`3003FQDEMO${String(index).padStart(8, '0')}`),
    clearingCodes,
    kind,
    name: title(en, zh),
    shortName: title(short, shortZh),
    joinedOn: '2026-01-05',
  };
}

/** Eighteen characters with their two check digits (ISO 17442). */
function leiOf(body: string): string {
  const digits = [...`${body}00`].map((character) => parseInt(character, 36)).join('');
  return `${body}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}`;
}

export const DEMO_PARTICIPANTS: readonly DemoParticipant[] = [
  ...BANKS.map(([code, en, zh, short, shortZh, weight], index): DemoParticipant => ({
    profile: profile(code, index, 'direct', en, zh, short, shortZh),
    balance: weight * 8,
    creditLine: weight * 2,
    weight,
  })),
  {
    profile: profile('SWPY', 12, 'direct', 'Swallow Pay', '燕付支付', 'Swallow Pay', '燕付'),
    balance: 60,
    creditLine: 0,
    weight: 6,
  },
  {
    profile: {
      ...profile('VLGE', 15, 'indirect', 'Village Credit Union', '乡村信用社', 'Village CU', '乡信'),
      settlesThrough: 'NRTHCNBJ',
    },
    balance: 0,
    creditLine: 0,
    weight: 0,
  },
  {
    profile: profile('RCLR', 13, 'clearing-house', 'Retail Clearing House', '零售清算所', 'Retail CH', '零清所'),
    balance: 0,
    creditLine: 0,
    weight: 0,
  },
  {
    profile: profile('CCLR', 14, 'clearing-house', 'Card Clearing House', '银行卡清算所', 'Card CH', '卡清所'),
    balance: 0,
    creditLine: 0,
    weight: 0,
  },
];
