// The stream of demo payments: real ISO 20022 messages through the same door as any bank's, in a rhythm one can pause,
// speed up and stop. Randomness stays here, outside every decision.
import { randomUUID } from 'node:crypto';
import { type ContentMap, writeMessage } from '../../../modules/iso20022/index.ts';
import { type ExchangeMemory, type Institution, readInbound, receiveMessage } from '../../../modules/messages/index.ts';
import { type BookWriter } from '../../../platform/writer/writer.ts';
import { type Clock } from '../../../platform/instant.ts';
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
const NAMES: readonly (readonly [string, string])[] = [
  ['Orchid Textiles', '兰花纺织'], ['Red Kite Logistics', '赤鸢物流'], ['Stone Bridge Foods', '石桥食品'],
  ['Morning Bell Schools', '晨钟教育'], ['Nine Rivers Power', '九江电力'], ['Paper Crane Press', '纸鹤出版'],
]; // prettier-ignore

export class DemoStream {
  readonly status: DemoState = { state: 'running', speed: 1, speeds: SPEEDS, paymentsSent: 0 };
  readonly #writer: BookWriter<ExchangeMemory>;
  readonly #institution: Institution;
  readonly #clock: Clock;
  #timer: NodeJS.Timeout | undefined;
  #underWay = 0;

  constructor(writer: BookWriter<ExchangeMemory>, institution: Institution, clock: Clock) {
    this.#writer = writer;
    this.#institution = institution;
    this.#clock = clock;
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
    const from = pick();
    const to = pick(from);
    const xml = Math.random() < 0.7 ? this.#customerTransfer(from, to) : this.#bankTransfer(from, to);
    const sent = Math.random() < 0.01 ? xml.replace('CLRG', 'XXXX') : xml;
    this.#underWay += 1;
    this.status.paymentsSent += 1;
    try {
      await this.#writer.submit(receiveMessage(this.#institution, readInbound(from.profile.id, Buffer.from(sent))));
    } catch {
      // The writer is closing, or was fenced: the server says so.
      this.end();
    } finally {
      this.#underWay -= 1;
    }
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

  #bankTransfer(from: DemoParticipant, to: DemoParticipant): string {
    return writeMessage('pacs.009.001.08', {
      FICdtTrf: {
        GrpHdr: this.#group(),
        CdtTrfTxInf: { ...this.#words(from, to, money(60)), SttlmPrty: 'HIGH', Dbtr: agent(from), Cdtr: agent(to) },
      },
    });
  }
}

const agent = ({ profile }: DemoParticipant): ContentMap => ({ FinInstnId: { BICFI: profile.bic } });
const dice = (below: number): number => Math.floor(Math.random() * below);

/** Heavy-tailed around this many hundred thousand. */
function money(scale: number): string {
  return (Math.exp(Math.random() * 3.2) * scale * 12_000 + dice(100_000) / 100).toFixed(2);
}

const WEIGHTS = DEMO_PARTICIPANTS.filter(({ weight }) => weight > 0);
const TOTAL = WEIGHTS.reduce((sum, { weight }) => sum + weight, 0);

function pick(other?: DemoParticipant): DemoParticipant {
  for (;;) {
    let at = Math.random() * TOTAL;
    const found = WEIGHTS.find(({ weight }) => (at -= weight) < 0) ?? WEIGHTS[0]!;
    if (found !== other) return found;
  }
}
