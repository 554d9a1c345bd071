// The names that settlement gives to the books' accounts and transfers.
import { type BooksWords } from '../../modules/ledger/index.ts';
import {
  accountTitle,
  describeTransfer,
  guaranteeAccountCode,
  type Settlement,
} from '../../modules/settlement/index.ts';

const accountCode = (participantId: string): string => `settlement:${participantId}`;

export function booksWords(settlement: () => Settlement): BooksWords {
  return {
    accountTitle: (code) => accountTitle(settlement(), code),
    accountsNamed: (words) => {
      const sought = words.toLowerCase();
      if (sought === '') return [];
      return settlement().participants.flatMap((participant) => {
        const { id, bic, name, shortName } = participant.profile;
        const isMeant = [id, bic, name.en, name.zh, shortName.en, shortName.zh].some((text) =>
          text.toLowerCase().includes(sought),
        );
        return isMeant ? [accountCode(id), guaranteeAccountCode(participant)] : [];
      });
    },
    accountsOf: (participantId) => {
      const participant = settlement().participantById.get(participantId);
      return participant ? [accountCode(participantId), guaranteeAccountCode(participant)] : [];
    },
    entryText: describeTransfer,
  };
}
