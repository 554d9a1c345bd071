// Support as this server has it: whose what a case is about is, and how an answer is told.
import { findOrganisation } from '../../modules/access/index.ts';
import { type MessagesContext, readMessageDetail } from '../../modules/messages/index.ts';
import { findRequest } from '../../modules/request-log/index.ts';
import { readPaymentMoments } from '../../modules/settlement/index.ts';
import { type CaseAbout, type TellAnswered } from '../../modules/support/index.ts';
import { tellOneWithin, type Webhooks } from '../../modules/webhooks/index.ts';
import { isUuid } from '../../platform/uuid.ts';

export const ownAffairs =
  (context: MessagesContext) =>
  async (organisationId: string, { kind, id }: CaseAbout): Promise<boolean> => {
    const { pool, bookId } = context;
    if (kind === 'request') return (await findRequest(pool, organisationId, id)) !== undefined;
    const participantId = (await findOrganisation(pool, organisationId))?.participantId;
    if (!participantId) return false;
    if (kind === 'message') return (await readMessageDetail(context, id, participantId)) !== undefined;
    return isUuid(id) && (await readPaymentMoments(pool, bookId, [id], [participantId])).length > 0;
  };

/** Without its words: they are read by who may. */
export const tellAnswered =
  (webhooks: Webhooks): TellAnswered =>
  (client, { organisationId, id, at, post }) =>
    tellOneWithin(client, webhooks, organisationId, {
      type: 'support.answered',
      key: `support.answered/${id}/${post}`,
      occurredAt: at,
      data: { caseId: id },
    });
