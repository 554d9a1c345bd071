// What the exchange's routes answer, as schemas.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, PageOf, TitleSchema } from '../../../platform/http/index.ts';
import { MessageSummarySchema, PaymentSchema } from '../../settlement/index.ts';

export type MessageSummaryJson = Static<typeof MessageSummarySchema>;
export const MessagePage = PageOf(MessageSummarySchema);

export const OutboxMessageSchema = Type.Object(
  {
    id: Type.String({ description: 'Confirm with it.', examples: ['MRDNCNBJ-12'] }),
    seq: Type.Integer({ description: 'Number in your outbox, from 1 without gaps: the cursor.', examples: [12] }),
    kind: Type.String({ examples: ['pacs.008.001.08'] }),
    at: MomentSchema,
    xml: Type.String({ description: 'The message: header and document in one envelope.' }),
  },
  { title: 'OutboxMessage', description: 'A message to you. Valid by its schema, written in the commit it tells of.' },
);
export type OutboxMessageJson = Static<typeof OutboxMessageSchema>;
export const OutboxPage = PageOf(OutboxMessageSchema);

export const SentMessageSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    cursor: Type.String({ description: 'Goes on after this one.', examples: ['1807682400000123'] }),
    messageId: Nullable(Type.String({ description: 'Yours; null when it could not be read or was used before.' })),
    kind: Nullable(Type.String({ examples: ['pacs.008.001.08'] })),
    state: Type.Unsafe<'accepted' | 'refused'>({ type: 'string', enum: ['accepted', 'refused'] }),
    at: MomentSchema,
    answerKind: Type.String({ examples: ['pacs.002.001.10'] }),
    answer: Type.String({ description: 'The XML that POST /v1/messages answered.' }),
  },
  { title: 'SentMessage', description: 'A message of yours with the immediate answer it got.' },
);
export type SentMessageJson = Static<typeof SentMessageSchema>;
export const SentPage = PageOf(SentMessageSchema);

const ViolationSchema = Type.Object(
  {
    path: Type.String({ examples: ['/Document/FIToFICstmrCdtTrf/GrpHdr/MsgId'] }),
    line: Type.Integer({ description: 'From 1.' }),
    rule: Type.String(),
    text: TitleSchema,
  },
  { title: 'Violation', description: 'One place where a message breaks its schema.' },
);

export const MessageDetailSchema = Type.Object(
  {
    ...MessageSummarySchema.properties,
    xml: Type.String(),
    answer: Nullable(Type.String({ description: 'The XML it was answered with, when it came in.' })),
    answerKind: Nullable(Type.String()),
    fields: Type.Array(
      Type.Object({
        path: Type.String(),
        name: TitleSchema,
        value: Type.String({ description: 'Empty for an element that holds others.' }),
        currency: Nullable(Type.String({ description: 'Of an amount.', examples: ['CNY'] })),
        meaning: Nullable(TitleSchema),
        depth: Type.Integer({ description: 'For indentation, from 0.' }),
      }),
      { description: 'The elements in reading order.' },
    ),
    found: Type.Array(ViolationSchema),
    related: Type.Array(MessageSummarySchema),
    payments: Type.Array(PaymentSchema),
  },
  { title: 'MessageDetail' },
);
export type MessageDetailJson = Static<typeof MessageDetailSchema>;
