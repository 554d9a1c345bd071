// The stream of demo payments: real ISO 20022 messages through the same door as any bank's, in a rhythm one can pause,
// speed up and stop. Randomness stays here, outside every decision.
import { randomUUID } from 'node:crypto';
import { type ContentMap, writeMessage } from '../../../modules/iso20022/index.ts';
import { type Institution, readInbound, receive, type ReceiveContext } from '../../../modules/messages/index.ts';
import { type Participant } from '../../../modules/settlement/index.ts';
import { type Instant, MICROS_PER_SECOND } from '../../../platform/instant.ts';
import { type DemoClock } from './clock.ts';
import { DEMO_PARTICIPANTS, type DemoParticipant } from './country.ts';

export interface DemoState {
  state: 'running' | 'paused' | 'stopped';
  /** 1 is about four payments a second. */
  speed: number;
  speeds: readonly number[];
  paymentsSent: number;
}

const SPEEDS = [1, 5, 20, 50];
const PAUSE_MS = 250;
const MINUTE_MICROS = 60 * MICROS_PER_SECOND;
/** Payments a minute while the past is played, about. */
const PAST_RATE = 12;
/** While nothing waits, one message in this many is of a small bank that sends more than it has: banks run short. */
const SHORT_ONE_IN = 12;
const NAMES: readonly (readonly [string, string])[] = [
  ['Orchid Textiles', '兰花纺织'], ['Red Kite Logistics', '赤鸢物流'], ['Stone Bridge Foods', '石桥食品'],
  ['Morning Bell Schools', '晨钟教育'], ['Nine Rivers Power', '九江电力'], ['Paper Crane Press', '纸鹤出版'],
]; // prettier-ignore

export class DemoStream {
  readonly status: DemoState = { state: 'running', speed: 1, speeds: SPEEDS, paymentsSent: 0 };
  readonly #context: ReceiveContext;
  readonly #writer: ReceiveContext['writer'];
  readonly #institution: Institution;
  readonly #clock: DemoClock;
  readonly #listeners: ((status: DemoState) => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #underWay = 0;

  constructor(context: ReceiveContext, clock: DemoClock) {
    this.#context = context;
    this.#writer = context.writer;
    this.#institution = context.institution;
    this.#clock = clock;
  }

  onChange(listener: (status: DemoState) => void): void {
    this.#listeners.push(listener);
  }

  change(to: Partial<Pick<DemoState, 'state' | 'speed'>>): void {
    Object.assign(this.status, to);
    for (const listener of this.#listeners) listener(this.status);
  }

  /** The hours before the present of a new book, minute by minute, as real messages with the clock moved by hand. */
  async playPast(): Promise<void> {
    for (let at = this.#clock.now(); at < this.#clock.present; at += MINUTE_MICROS) {
      this.#clock.playTo(at);
      await this.#playMinute(at);
    }
  }

  async #playMinute(at: Instant): Promise<void> {
    const wave = 1 + 0.5 * Math.sin(at / MINUTE_MICROS / 13);
    const count = Math.round(PAST_RATE * wave * (0.6 + Math.random() * 0.8));
    const sent = Array.from({ length: count }, () => this.#sendOne());
    await Promise.all(sent);
  }

  start(): void {
    this.#timer = setInterval(() => this.#beat(), PAUSE_MS);
  }

  end(): void {
    clearInterval(this.#timer);
    this.status.state = 'stopped';
  }

  #beat(): void {
    if (this.status.state !== 'running' || this.#underWay > 200) return;
    const { day } = this.#writer.memory.settlement.settlement;
    if (day?.state !== 'open') return;
    for (let n = 0; n < this.status.speed; n++) void this.#sendOne();
  }

  /** Sends one message of a random bank; now and then a wrong one, as banks do. */
  async #sendOne(): Promise<void> {
    const { settlement } = this.#writer.memory.settlement;
    if (settlement.queuedCount === 0 && dice(SHORT_ONE_IN) === 0) {
      const [receiver, from] = [WEIGHTS[0]!, SMALL[dice(SMALL.length)]!];
      return this.#send(from, this.#bankTransfer(from, receiver, beyondMeans(from)));
    }
    if (Math.random() < 0.7) {
      const from = pick();
      const xml = this.#customerTransfer(from, pick(from));
      return this.#send(from, Math.random() < 0.01 ? xml.replace('CLRG', 'XXXX') : xml);
    }
    const [from, to] = Math.random() < 0.5 ? this.#lenderAndBorrower() : pair();
    return this.#send(from, this.#bankTransfer(from, to, money(Math.min(60, 6 + 3 * from.weight))));
  }

  async #send(from: DemoParticipant, xml: string): Promise<void> {
    this.#underWay += 1;
    this.status.paymentsSent += 1;
    try {
      await receive(this.#context, readInbound(from.profile.id, Buffer.from(xml)));
    } catch {
      // The writer is closing, or was fenced: the server says so.
      this.end();
    } finally {
      this.#underWay -= 1;
    }
  }

  /** Banks lend to each other: the one with the most beyond its opening balance to the one with the least. */
  #lenderAndBorrower(): [DemoParticipant, DemoParticipant] {
    const { settlement: s } = this.#writer.memory.settlement;
    const standing = (each: DemoParticipant): number => {
      const participant: Participant | undefined = s.participantById.get(each.profile.id);
      if (!participant) return 0;
      const free = Number(s.availableMinor(participant, 2) - participant.queuedMinor) / 1e8;
      return free / (each.balance + each.creditLine);
    };
    const byStanding = WEIGHTS.map((each) => ({ each, free: standing(each) })).sort((a, b) => b.free - a.free);
    return [byStanding[0]!.each, byStanding.at(-1)!.each];
  }

  #group(): ContentMap {
    const messageId = `D${randomUUID().replaceAll('-', '').slice(0, 30)}`;
    const { system, zone } = this.#institution;
    return {
      MsgId: messageId,
      CreDtTm: zone.format(this.#clock.now()),
      NbOfTxs: '1',
      SttlmInf: { SttlmMtd: 'CLRG', ClrSys: { Prtry: system } },
    };
  }

  #words(from: DemoParticipant, to: DemoParticipant, value: string): ContentMap {
    const reference = randomUUID().slice(0, 8);
    return {
      PmtId: { InstrId: `INS-${reference}`, EndToEndId: `E2E-${reference}`, UETR: randomUUID() },
      IntrBkSttlmAmt: { Ccy: this.#institution.currency, value },
      IntrBkSttlmDt: this.#writer.memory.settlement.settlement.day!.date,
      InstgAgt: agent(from),
      InstdAgt: agent(to),
    };
  }

  #customerTransfer(from: DemoParticipant, to: DemoParticipant): string {
    const [debtor, creditor] = [NAMES[dice(NAMES.length)]!, NAMES[dice(NAMES.length)]!];
    const { SttlmPrty, ...rest } = {
      SttlmPrty: Math.random() < 0.1 ? 'HIGH' : 'NORM',
      ...this.#words(from, to, money(6)),
    };
    return writeMessage('pacs.008.001.08', {
      FIToFICstmrCdtTrf: {
        GrpHdr: this.#group(),
        CdtTrfTxInf: {
          ...rest,
          SttlmPrty,
          ChrgBr: 'SLEV',
          Dbtr: { Nm: debtor[dice(2)]! },
          DbtrAcct: { Id: { Othr: { Id: String(6_200_000_000 + dice(99_999_999)) } } },
          DbtrAgt: agent(from),
          CdtrAgt: agent(to),
          Cdtr: { Nm: creditor[dice(2)]! },
          CdtrAcct: { Id: { Othr: { Id: String(6_300_000_000 + dice(99_999_999)) } } },
          RmtInf: { Ustrd: `Invoice ${10_000 + dice(89_999)}` },
        },
      },
    });
  }

  #bankTransfer(from: DemoParticipant, to: DemoParticipant, value: string): string {
    return writeMessage('pacs.009.001.08', {
      FICdtTrf: {
        GrpHdr: this.#group(),
        CdtTrfTxInf: { ...this.#words(from, to, value), SttlmPrty: 'NORM', Dbtr: agent(from), Cdtr: agent(to) },
      },
    });
  }
}

const beyondMeans = ({ balance, creditLine }: DemoParticipant): string =>
  ((balance + creditLine) * 1_600_000).toFixed(2);
const pair = (): [DemoParticipant, DemoParticipant] => {
  const from = pick();
  return [from, pick(from)];
};
const agent = ({ profile }: DemoParticipant): ContentMap => ({ FinInstnId: { BICFI: profile.bic } });
const dice = (below: number): number => Math.floor(Math.random() * below);

/** Heavy-tailed around this many hundred thousand. */
function money(scale: number): string {
  return (Math.exp(Math.random() * 3.2) * scale * 12_000 + dice(100_000) / 100).toFixed(2);
}

const WEIGHTS = DEMO_PARTICIPANTS.filter(({ weight }) => weight > 0);
const SMALL = WEIGHTS.filter(({ weight }) => weight <= 2);
const TOTAL = WEIGHTS.reduce((sum, { weight }) => sum + weight, 0);

function pick(other?: DemoParticipant): DemoParticipant {
  for (;;) {
    let at = Math.random() * TOTAL;
    const found = WEIGHTS.find(({ weight }) => (at -= weight) < 0) ?? WEIGHTS[0]!;
    if (found !== other) return found;
  }
}
