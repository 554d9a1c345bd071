// Who an organisation is in its own sandbox: the bank it is at live, by its own BIC, in the middle of the demo country. One that
// takes no part in settlement gets a bank to try things with.
import { v7 as uuidv7 } from 'uuid';
import { type ExchangeMemory, type Institution } from '../../../modules/messages/index.ts';
import {
  admitParticipant, CENTRAL_BANK_ASSETS, fund, isValidBic, nextAccountId, type Profile, setCollateral,
} from '../../../modules/settlement/index.ts'; // prettier-ignore
import { type BookWriter } from '../../../platform/writer/writer.ts';
import { DEMO_PARTICIPANTS, type DemoParticipant } from '../demo/country.ts';

const JOINED = '2026-01-05';
const MILLION = 100_000_000n;
const BALANCE_MILLIONS = 100;
const CREDIT_LINE_MILLIONS = 20n;

/** `profile` is of live, where it is a participant. */
export function tenantOf(organisationId: string, profile: Profile | undefined, { bic }: Institution): DemoParticipant {
  const own = profile ?? inventedProfile(organisationId, bic.slice(4, 6));
  const ofCountry = DEMO_PARTICIPANTS.find((each) => each.profile.bic === own.bic || each.profile.id === own.id);
  if (ofCountry) return ofCountry;
  const { id, bic: ownBic, name, shortName } = own;
  // Nothing else of it: its codes at live may be those of an invented bank here, and it settles on an account of its own.
  const standing: Profile = { id, bic: ownBic, name, shortName, clearingCodes: [], kind: 'direct', joinedOn: JOINED };
  return { profile: standing, balance: BALANCE_MILLIONS, creditLine: 0, weight: 0 };
}

function inventedProfile(id: string, country: string): Profile {
  const letters = `${id.toUpperCase().replace(/[^A-Z0-9]/g, '')}XXXX`.slice(0, 4);
  const bic = isValidBic(id) ? id : `${letters}${country}00`;
  const name = { en: id, zh: id };
  return { id, bic, clearingCodes: [], kind: 'direct', name, shortName: name, joinedOn: JOINED };
}

/** Beside the banks of the country, unless it is one of them: with money and a credit line. */
export async function settleTenant(writer: BookWriter<ExchangeMemory>, { profile, balance }: DemoParticipant) {
  const { settlement } = writer.memory.settlement;
  if (settlement.participantById.has(profile.id)) return;
  const transferId = uuidv7();
  await writer.submit<void>({
    name: 'admit participant',
    needs: { ledger: { accountIds: [CENTRAL_BANK_ASSETS.id, nextAccountId(settlement)] } },
    decide: ({ settlement: { settlement: s } }, at) => {
      admitParticipant(s, profile, at);
      const security = { en: 'Government bonds', zh: '国债' };
      const marketValueMinor = CREDIT_LINE_MILLIONS * MILLION;
      setCollateral(s, profile.id, [{ security, marketValueMinor, haircutBasisPoints: 0 }], at);
      fund(s, transferId, profile.id, BigInt(balance) * MILLION, at);
    },
  });
}
