// The scripts of conformance runs: what an institution does from its own side, service by service, and how each step is
// recognised in what was exchanged. An institution chooses amounts, receivers and order itself.
import { type Exchanged, type SentMessage } from './exchanged.ts';

export interface Title {
  readonly en: string;
  readonly zh: string;
}

export interface Step {
  readonly code: string;
  readonly title: Title;
  readonly how: Title;
  /** Ids of the messages that show it; undefined when it has not happened. */
  readonly shownBy: (exchanged: Exchanged) => readonly string[] | undefined;
}

export interface Service {
  readonly code: string;
  /** Moves on when a step is added or changed. */
  readonly version: number;
  readonly title: Title;
  readonly steps: readonly Step[];
}

const valueOf = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`).exec(xml)?.[1];
const isAnswered = ({ answer }: SentMessage, status: string): boolean => valueOf(answer, 'TxSts') === status;
const isKind = (kind: string | null, ...families: string[]): boolean =>
  families.some((family) => kind?.startsWith(family) === true);
const shown = (found: { readonly id: string } | undefined): string[] | undefined => found && [found.id];

const SETTLEMENT: Service = {
  code: 'settlement',
  version: 1,
  title: { en: 'Settlement and messages', zh: '清算与报文' },
  steps: [
    {
      code: 'payment-settled',
      title: { en: 'A payment settles', zh: '支付清算' },
      how: {
        en: 'Send a valid pacs.008; the answer is pacs.002 ACSC.',
        zh: '发送合规的 pacs.008，回执为 pacs.002 ACSC。',
      },
      shownBy: ({ sent }) => shown(sent.find((each) => isKind(each.kind, 'pacs.008') && isAnswered(each, 'ACSC'))),
    },
    {
      code: 'invalid-refused',
      title: { en: 'A message that is not valid is refused', zh: '不合规报文被拒绝' },
      how: {
        en: 'Send a message with a mistake against its schema; the answer is admi.002 with its place.',
        zh: '发送一份不符合模式的报文，回执为指明位置的 admi.002。',
      },
      shownBy: ({ sent }) =>
        shown(
          sent.find(
            ({ answer, answerKind }) =>
              isKind(answerKind, 'admi.002') && valueOf(answer, 'RjctgPtyRsn') !== 'sandbox.refused',
          ),
        ),
    },
    {
      code: 'duplicate-known',
      title: { en: 'The same message again gets the same answer', zh: '重复报文得到原回执' },
      how: {
        en: 'Send an accepted message again, byte for byte; the answer is the first one, marked feiqian-repeated.',
        zh: '以相同字节重发已受理的报文，得到原回执并标有 feiqian-repeated。',
      },
      shownBy: ({ sent, incidents }) => {
        const lost = new Set(incidents.filter(({ kind }) => kind === 'answer-lost').map(({ messageId }) => messageId));
        const again = new Set(incidents.filter(({ kind }) => kind === 'repeated').map(({ messageId }) => messageId));
        const isOne = ({ state, messageId }: SentMessage): boolean =>
          state === 'accepted' && again.has(messageId ?? '') && !lost.has(messageId ?? '');
        return shown(sent.find(isOne));
      },
    },
    {
      code: 'queued-cancelled',
      title: { en: 'A payment that waits is cancelled', zh: '撤销排队支付' },
      how: {
        en: 'Send a payment beyond your liquidity (pacs.002 PDNG), then a camt.056 for it; the answer is camt.029 ACCR.',
        zh: '发送超出可用流动性的支付（pacs.002 PDNG），再以 camt.056 撤销，回执为 camt.029 ACCR。',
      },
      shownBy: ({ sent }) => {
        const waited = new Map(
          sent
            .filter((each) => isKind(each.kind, 'pacs.008', 'pacs.009') && isAnswered(each, 'PDNG'))
            .map((each) => [valueOf(each.answer, 'OrgnlUETR'), each]),
        );
        const cancelled = sent.find(
          ({ kind, answer }) =>
            isKind(kind, 'camt.056') &&
            valueOf(answer, 'TxCxlSts') === 'ACCR' &&
            waited.has(valueOf(answer, 'OrgnlUETR')),
        );
        return cancelled && [waited.get(valueOf(cancelled.answer, 'OrgnlUETR'))!.id, cancelled.id];
      },
    },
    {
      code: 'received-confirmed',
      title: { en: 'A payment is received and confirmed', zh: '接收并确认来账' },
      how: {
        en: 'Take a payment from your outbox and confirm it with POST /v1/messages/{id}/delivered.',
        zh: '从发件箱读取来账，并以 POST /v1/messages/{id}/delivered 确认。',
      },
      shownBy: ({ outbox, confirmedSeq }) =>
        shown(outbox.find(({ kind, seq }) => isKind(kind, 'pacs.008', 'pacs.009') && seq <= confirmedSeq)),
    },
    {
      code: 'account-asked',
      title: { en: 'The account is asked for', zh: '查询账户' },
      how: {
        en: 'Send a camt.060; the answer is a camt.052, or a camt.053 in your outbox.',
        zh: '发送 camt.060，得到 camt.052，或在发件箱得到 camt.053。',
      },
      shownBy: ({ sent }) =>
        shown(
          sent.find(
            ({ kind, answerKind, answer }) =>
              isKind(kind, 'camt.060') && (isKind(answerKind, 'camt.052') || valueOf(answer, 'StsCd') === 'ACPT'),
          ),
        ),
    },
    {
      code: 'payment-returned',
      title: { en: 'A payment is sent back', zh: '退回来账' },
      how: {
        en: 'Return a payment you received with a pacs.004; the answer is pacs.002 ACSC.',
        zh: '以 pacs.004 退回一笔来账，回执为 pacs.002 ACSC。',
      },
      shownBy: ({ sent }) => shown(sent.find((each) => isKind(each.kind, 'pacs.004') && isAnswered(each, 'ACSC'))),
    },
    {
      code: 'reconciled',
      title: { en: 'A lost answer is reconciled', zh: '回执丢失后的对账' },
      how: {
        en: 'Ask for the fault next-answer-lost, send a payment, and when the link breaks send the same bytes again.',
        zh: '制造故障 next-answer-lost 后发送支付，链路中断后以相同字节重发。',
      },
      shownBy: ({ sent, incidents }) => {
        const isReconciled = ({ messageId, state }: SentMessage): boolean => {
          const own = incidents.filter((each) => each.messageId === messageId);
          const lost = own.findIndex(({ kind }) => kind === 'answer-lost');
          return state === 'accepted' && lost >= 0 && own.slice(lost + 1).some(({ kind }) => kind === 'repeated');
        };
        return shown(sent.find(isReconciled));
      },
    },
  ],
};

export const SERVICES: readonly Service[] = [SETTLEMENT];
export const SERVICE_CODES = ['settlement'] as const;
