// Admits the participants that feiqian.yaml lists and the book does not have. One that stands otherwise in the book is
// told, not changed: what a participant may do is changed through the API, with its trail.
import { type ExchangeMemory } from '../../modules/messages/index.ts';
import { admitParticipant, nextAccountId, type Profile, recordAct } from '../../modules/settlement/index.ts';
import { type BookWriter } from '../../platform/writer/writer.ts';

export async function admitConfigured(writer: BookWriter<ExchangeMemory>, profiles: readonly Profile[]): Promise<void> {
  for (const profile of profiles) {
    const known = writer.memory.settlement.settlement.participantById.get(profile.id)?.profile;
    if (known) {
      const differing = (['bic', 'lei', 'kind', 'settlesThrough'] as const).filter(
        (key) => known[key] !== profile[key],
      );
      if (differing.length > 0) {
        console.error(
          `${profile.id} stands in the book with another ${differing.join(', ')} than in the configuration.`,
        );
      }
      continue;
    }
    await writer.submit<void>({
      name: 'admit participant',
      needs: { ledger: { accountIds: [nextAccountId(writer.memory.settlement.settlement)] } },
      decide: ({ settlement: { settlement: s } }, at) => {
        admitParticipant(s, profile, at);
        const text = { en: 'Admitted by the configuration', zh: '按配置文件接纳' };
        const subject = { subject: 'participant', subjectId: profile.id } as const;
        recordAct(s, { at, ...subject, actor: 'system', text, reason: undefined });
      },
    });
  }
}
