// The message language alone: a typical pacs.008 read and checked against its schema, and one written; beside a plain
// pass of the XML parser over the same bytes.
import { SaxesParser } from 'saxes';
import { readMessage, writeMessage } from '../modules/iso20022/index.ts';
import { memoryMb } from './measure.ts';
import { bankMessage, PAYMENT, paymentContent } from './messages.ts';
import { type BenchContext } from './row.ts';

const DATE = '2027-04-14';

/** Rows for `npm run bench`: messages a second, each against plain parsing. */
export async function iso20022Suite({ isLong, report }: BenchContext): Promise<void> {
  const seconds = isLong ? 10 : 2;
  for (const size of [1, 100]) {
    const xml = bankMessage(DATE, size)();
    const bytes = Buffer.from(xml);
    const content = paymentContent(DATE, size);
    const what = `pacs.008 of ${bytes.length.toLocaleString('en-US')} bytes`;
    const parsed = perSecond(seconds, () => new SaxesParser({ xmlns: true }).write(xml).close());
    const read = perSecond(seconds, () => {
      const { violations } = readMessage(bytes);
      if (violations.length > 0) throw new Error(`The benchmark's message is wrong: ${violations[0]!.en}`);
    });
    const written = perSecond(seconds, () => writeMessage(PAYMENT, content));
    const unit = 'messages/s';
    report({ name: `${what}: saxes alone`, rate: parsed, unit, baseline: parsed, ratio: 1 });
    const row = { unit, memoryMb: memoryMb(), baseline: parsed };
    report({ name: `${what}: read and checked`, rate: read, ...row, ratio: read / parsed });
    report({ name: `${what}: written and checked`, rate: written, ...row, ratio: written / parsed });
  }
}

/** After a warm-up of a fifth of the time. */
function perSecond(seconds: number, act: () => void): number {
  const count = (forMs: number): number => {
    let done = 0;
    for (const until = performance.now() + forMs; performance.now() < until; done++) act();
    return done;
  };
  count(seconds * 200);
  const startedAt = performance.now();
  const done = count(seconds * 1_000);
  return (done * 1_000) / (performance.now() - startedAt);
}
