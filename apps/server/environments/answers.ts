// How the banks of a sandbox answer a payment, so that an engineer can provoke each answer: by the receiver, or by the last two
// digits of the amount. docs/how-to/first-sandbox-payment.md tells it as a table.
export type Answer =
  { readonly kind: 'return'; readonly reason: string } | { readonly kind: 'pay-back' | 'request' } | undefined;

const BY_RECEIVER: Readonly<Record<string, Answer>> = {
  // Ferry Crossing Bank knows no account, Lantern City Bank pays back what it gets, Bamboo Savings Bank asks for as much again.
  FRRYCNBJ: { kind: 'return', reason: 'AC04' },
  LNTNCNBJ: { kind: 'pay-back' },
  BMBOCNBJ: { kind: 'request' },
};

const BY_LAST_DIGITS: Readonly<Record<string, Answer>> = {
  '01': { kind: 'return', reason: 'AC01' },
  '02': { kind: 'return', reason: 'AC04' },
  '03': { kind: 'return', reason: 'CUST' },
  '11': { kind: 'pay-back' },
  '21': { kind: 'request' },
};

/** Undefined: it keeps the money and says nothing. */
export function answerTo(receiverId: string, amountMinor: bigint): Answer {
  return BY_LAST_DIGITS[String(amountMinor % 100n).padStart(2, '0')] ?? BY_RECEIVER[receiverId];
}
