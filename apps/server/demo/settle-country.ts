// Makes the demo country on an empty book: admits its participants, pledges, funds, limits and reservations.
import { v7 as uuidv7 } from 'uuid';
import { type ExchangeMemory } from '../../../modules/messages/index.ts';
import {
  admitParticipant, CENTRAL_BANK_ASSETS, fund, fundAccount, guaranteeAccountId, openGuarantee, setCollateral, setLimit,
  setMinimumReserve, setReservation,
} from '../../../modules/settlement/index.ts'; // prettier-ignore
import { type BookWriter } from '../../../platform/writer/writer.ts';
import { DEMO_PARTICIPANTS } from './country.ts';

const MILLION = 100_000_000n;
const HAIRCUT_BASIS_POINTS = 500;

export async function settleCountry(writer: BookWriter<ExchangeMemory>): Promise<void> {
  const { settlement } = writer.memory.settlement;
  const missing = DEMO_PARTICIPANTS.filter(({ profile }) => !settlement.participantById.has(profile.id));
  for (const { profile, balance, creditLine, weight } of missing) {
    const transferId = uuidv7();
    await writer.submit<void>({
      name: 'admit participant',
      needs: { ledger: { accountIds: [1, 1_001 + writer.memory.settlement.settlement.participants.length] } },
      decide: ({ settlement: { settlement: s } }, at) => {
        admitParticipant(s, profile, at);
        if (creditLine > 0) {
          const security = { en: 'Government bonds', zh: '国债' };
          const marketValueMinor =
            (BigInt(creditLine) * MILLION * 10_000n) / BigInt(10_000 - HAIRCUT_BASIS_POINTS) + 1n;
          setCollateral(s, profile.id, [{ security, marketValueMinor, haircutBasisPoints: HAIRCUT_BASIS_POINTS }], at);
        }
        if (balance > 0) fund(s, transferId, profile.id, BigInt(balance) * MILLION, at);
        if (weight >= 12) setReservation(s, profile.id, 1, 1n * MILLION, at);
        if (weight >= 5 && creditLine > 0) setMinimumReserve(s, profile.id, BigInt(weight) * MILLION, at);
      },
    });
  }
  if (missing.length === 0) return;
  await openGuarantees(writer);
  const [first, second] = DEMO_PARTICIPANTS;
  await writer.submit<void>({
    name: 'set limit',
    decide: ({ settlement: { settlement: s } }, at) =>
      void setLimit(s, first!.profile.id, second!.profile.id, 200n * MILLION, at),
  });
}

const GUARANTEE_MINOR = 20n * MILLION;

/** Each clearing house has a guarantee behind its members. */
async function openGuarantees(writer: BookWriter<ExchangeMemory>): Promise<void> {
  const { settlement } = writer.memory.settlement;
  for (const house of settlement.participants.filter(({ profile }) => profile.kind === 'clearing-house')) {
    const transferId = uuidv7();
    await writer.submit<void>({
      name: 'open guarantee',
      needs: { ledger: { accountIds: [CENTRAL_BANK_ASSETS.id, guaranteeAccountId(house)] } },
      decide: ({ settlement: { settlement: s } }, at) =>
        void fundAccount(s, transferId, openGuarantee(s, house.id, at).id, GUARANTEE_MINOR, at),
    });
  }
}
