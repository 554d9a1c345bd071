// What banks and operators do in a simulated day, each as often as its weight says. An act is prepared at once, and handed
// in when it is called.
import {
  cancelPayment, changePriority, changeStanding, closeDay, extendPhase, fund, LIQUIDITY_SAVING, movePayment, optimise, PRIORITIES, waitingOf,
  recordAct, setCreditLine, setLimit, setLiquiditySaving, type Settlement, submitBatch,
} from '../../modules/settlement/index.ts'; // prettier-ignore
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addDays } from '../../platform/time-zone.ts';
import {
  bankTransfer, cancellation, customerTransfers, liquidityTransfer, type Order, paymentReturn, reportRequest, reservationChange,
  reservationQuery, statusRequest,
} from './bank-messages.ts'; // prettier-ignore
import { idOf, uetrOf } from './dice.ts';
import { type Letter, type SimulatedDay } from './simulated-day.ts';
import { bicOf, HOUSE } from './small-country.ts';

export type Act = () => Promise<void>;

const WEIGHTS = {
  transfer: 34, many: 7, bank: 8, return: 6, cancel: 6, liquidity: 4, reserve: 4, status: 2, query: 1, report: 1,
  mangled: 3, sameId: 2, sameUetr: 3, again: 6, lost: 1,
  limit: 4, credit: 3, standing: 3, move: 4, cancelByOperator: 1, optimise: 2, saving: 1, batch: 4, fund: 2, extend: 1,
  close: 0.3, tick: 2, fault: 1, poison: 1,
} as const; // prettier-ignore

/** The letters some acts will send are composed now, so that the same letter can be handed in twice in one wave. */
export function chooseAct(day: SimulatedDay): Act {
  const name = day.dice.weighted(WEIGHTS);
  return ACTS[name](day);
}

const ACTS: Readonly<Record<keyof typeof WEIGHTS, (day: SimulatedDay) => Act>> = {
  transfer: (day) => sending(day, writeTransfers(day, 1)),
  many: (day) => sending(day, writeTransfers(day, 2 + day.dice.below(3))),
  bank: (day) => {
    const order = newOrder(day, { priority: day.dice.pick(['URGT', 'HIGH', 'NORM']) });
    return sending(day, day.write(order.from, bankTransfer(messageId(day), order)));
  },
  return: (day) => {
    const { dice } = day;
    const original = anyOrder(day);
    if (!original) return tick(day);
    const back: Order = { ...original, from: original.to, to: original.from, valueDate: today(day) };
    const part = dice.chance(0.5) ? original.amountMinor : BigInt(1 + dice.below(Number(original.amountMinor)));
    return sending(day, day.write(back.from, paymentReturn(messageId(day), back, part)));
  },
  cancel: (day) => {
    const orders = [anyOrder(day), anyOrder(day)].flatMap((order) => order ?? []);
    if (orders.length === 0) return tick(day);
    const from = day.dice.chance(0.9) ? orders[0]!.from : day.dice.pick(day.banks);
    return sending(day, day.write(from, cancellation(messageId(day), from, orders.map(({ uetr }) => uetr)))); // prettier-ignore
  },
  liquidity: (day) => {
    const order = newOrder(day, {});
    return sending(day, day.write(order.from, liquidityTransfer(messageId(day), order)));
  },
  reserve: (day) => {
    const { dice } = day;
    const amount = BigInt(dice.below(30_000));
    return sending(day, day.write(dice.pick(day.banks), reservationChange(messageId(day), dice.pick(['HPAR', 'UPAR']), amount))); // prettier-ignore
  },
  status: (day) => {
    const order = anyOrder(day);
    return order ? sending(day, day.write(order.from, statusRequest(messageId(day), order.uetr))) : tick(day);
  },
  query: (day) => sending(day, day.write(day.dice.pick(day.banks), reservationQuery(messageId(day)))),
  report: (day) => {
    const from = day.dice.pick(day.banks);
    return sending(day, day.write(from, reportRequest(messageId(day), from)));
  },
  mangled: (day) => {
    const { from, xml } = writeTransfers(day, 1);
    const at = day.dice.below(xml.length - 20);
    return sending(day, day.write(from, xml.slice(0, at) + xml.slice(at + 1 + day.dice.below(15))));
  },
  sameId: (day) => {
    const letter = anyLetter(day);
    const id = letter && /<MsgId>([^<]+)</.exec(letter.xml)?.[1];
    if (!id) return tick(day);
    return sending(day, day.write(letter.from, customerTransfers(id, [newOrder(day, { from: letter.from })])));
  },
  sameUetr: (day) => {
    const order = anyOrder(day);
    if (!order) return tick(day);
    const { dice } = day;
    const xml = dice.chance(0.7)
      ? customerTransfers(messageId(day), [order])
      : liquidityTransfer(messageId(day), order);
    return sending(day, day.write(order.from, xml));
  },
  again: (day) => {
    const letter = anyLetter(day);
    return letter ? () => day.send(letter) : tick(day);
  },
  lost: (day) => {
    writeTransfers(day, 1);
    return tick(day);
  },
  limit: (day) => {
    const { dice } = day;
    const [from, to] = pair(day);
    const other = dice.chance(0.6) ? bicOf(to) : undefined;
    const amount = dice.chance(0.2) ? undefined : BigInt(dice.below(30_000));
    return operating(day, 'limit', (s, at) => void setLimit(s, bicOf(from), other, amount, at));
  },
  credit: (day) => {
    const bank = day.dice.pick(day.banks);
    const amount = BigInt(day.dice.below(30_000));
    return operating(day, 'credit', (s, at) => void setCreditLine(s, bicOf(bank), amount, at));
  },
  standing: (day) => {
    const bank = bicOf(day.dice.pick(day.banks));
    const isResumed = day.dice.chance(0.65);
    return operating(day, 'standing', (s, at) => void changeStanding(s, bank, isResumed ? 'active' : 'suspended', at));
  },
  move: (day) => {
    const { dice } = day;
    const id = anyQueued(day);
    const [priority, to] = [dice.pick(PRIORITIES), dice.pick(['first', 'last', 'up', 'down'] as const)];
    if (!id) return tick(day);
    const isMove = dice.chance(0.6);
    return operating(day, 'move', (s, at) => {
      if (isMove) movePayment(s, id, to, at);
      else changePriority(s, id, priority, at);
      recordAct(s, { at, subject: 'payment', subjectId: id, actor: 'operator', text: { en: 'Moved', zh: '移动' }, reason: undefined }); // prettier-ignore
    });
  },
  cancelByOperator: (day) => {
    const id = anyQueued(day);
    return id ? operating(day, 'cancel', (s, at) => void cancelPayment(s, id, 'NARR', at)) : tick(day);
  },
  optimise: (day) => {
    const setId = newId(day, 'set');
    const method = day.dice.pick(['bilateral', 'gridlock', 'full'] as const);
    return operating(day, 'optimise', (s, at) => void optimise(s, method, setId, at));
  },
  saving: (day) => {
    const mode = day.dice.pick(LIQUIDITY_SAVING);
    return operating(day, 'saving', (s, at) => setLiquiditySaving(s, mode, at));
  },
  batch,
  fund: (day) => {
    const bank = bicOf(day.dice.pick(day.banks));
    const id = newId(day, 'fund');
    const amount = BigInt(1 + day.dice.below(20_000));
    const accountIds = [1, day.settlement.participantById.get(bank)!.accountId];
    return operating(day, 'fund', (s, at) => void fund(s, id, bank, amount, at), { ledger: { accountIds, transfers: [{ id, kind: 'single', debitAccountId: 1, creditAccountId: accountIds[1]!, amount, code: 4 }] } }); // prettier-ignore
  },
  extend: (day) => operating(day, 'extend', (s, at) => void extendPhase(s, 'open', 10, at)),
  close: (day) => operating(day, 'close', (s, at) => void closeDay(s, at)),
  tick,
  fault: (day) => async () => {
    const broken = { name: 'fault', decide: (): void => { throw new Error('a fault, on purpose'); } }; // prettier-ignore
    await day.act(broken).catch(onPurpose);
  },
  /** A row the database refuses: whoever shared its commit must not notice. */
  poison: (day) => async () => {
    const act = { at: day.clock.now(), subject: 'day', subjectId: null as unknown as string, actor: 'x', text: { en: 'x', zh: 'x' }, reason: undefined } as const; // prettier-ignore
    const poisoned = { name: 'poison', decide: ({ settlement }: SettlementPart): void => recordAct(settlement.settlement, act) }; // prettier-ignore
    await day.act(poisoned).catch(onPurpose);
  },
};

interface SettlementPart {
  readonly settlement: { readonly settlement: Settlement };
}

function onPurpose(error: unknown): void {
  const { message, code } = error as { message: string; code?: string };
  if (message !== 'a fault, on purpose' && code !== '23502') throw error;
}

function sending(day: SimulatedDay, letter: Letter): Act {
  const isTwice = day.dice.chance(0.08);
  return async () => {
    if (isTwice) await Promise.all([day.send(letter), day.send(letter)]);
    else await day.send(letter);
  };
}

type Needs = NonNullable<Parameters<SimulatedDay['act']>[0]['needs']>;

/** What is refused is refused; anything else is a fault of ours. */
function operating(day: SimulatedDay, name: string, decide: (s: Settlement, at: Instant) => void, needs?: Needs): Act {
  return async () => {
    const command = { name, ...(needs ? { needs } : {}), decide: (memory: SettlementPart, at: Instant) => decide(memory.settlement.settlement, at) }; // prettier-ignore
    await day.act(command).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  };
}

function tick(day: SimulatedDay): Act {
  return () => day.act({ name: 'tick', decide: () => undefined });
}

function batch(day: SimulatedDay): Act {
  const { dice } = day;
  if (day.banks.length < 2) return tick(day);
  const id = newId(day, 'batch');
  const nets = day.banks.map(() => BigInt(dice.below(20_001) - 10_000));
  nets[0] = -nets.slice(1).reduce((sum, net) => sum + net, 0n);
  const positions = day.banks.map((bank, index) => ({ participantId: bicOf(bank), netMinor: nets[index]!, paymentId: newId(day, 'position'), loanId: newId(day, 'loan') })); // prettier-ignore
  const now = day.clock.now();
  const informationEndsAt = now + dice.below(20) * MICROS_PER_SECOND;
  const settleBy = informationEndsAt + dice.below(600) * MICROS_PER_SECOND;
  const reference = `R-${day.names}`;
  return operating(
    day,
    'batch',
    (s, at) => void submitBatch(s, { id, houseId: bicOf(HOUSE), reference, positions, informationEndsAt, settleBy }, at), // prettier-ignore
    { settlement: { paymentIds: positions.map(({ paymentId }) => paymentId) } },
  );
}

const messageId = (day: SimulatedDay): string => `M${day.options.seed}-${++day.names}`;
const newId = (day: SimulatedDay, what: string): string =>
  idOf(`${day.options.seed} ${what} ${++day.names}`, day.clock.now());
const today = (day: SimulatedDay): string => day.settlement.day?.date ?? '2027-04-15';
const anyOrder = (day: SimulatedDay): Order | undefined =>
  day.orders.length > 0 ? day.dice.pick(day.orders) : undefined;
const anyLetter = (day: SimulatedDay): Letter | undefined =>
  day.letters.length > 0 ? day.dice.pick(day.letters) : undefined;

function anyQueued(day: SimulatedDay): string | undefined {
  const queued = day.settlement.participants.flatMap((participant) => [...waitingOf(participant)]);
  return queued.length > 0 ? day.dice.pick(queued).id : undefined;
}

function pair({ dice, banks }: SimulatedDay): [string, string] {
  const from = dice.below(banks.length);
  return [banks[from]!, banks[(from + 1 + dice.below(banks.length - 1)) % banks.length]!];
}

function writeTransfers(day: SimulatedDay, count: number): Letter {
  const [from] = pair(day);
  const priority = day.dice.chance(0.2) ? 'HIGH' : undefined;
  const orders = Array.from({ length: count }, () => newOrder(day, { from, priority }));
  return day.write(from, customerTransfers(messageId(day), orders));
}

/** Mostly for today and of an amount that is sometimes there. */
function newOrder(day: SimulatedDay, wanted: Partial<Order>): Order {
  const { dice } = day;
  const [from, to] = pair(day);
  const order: Order = {
    uetr: uetrOf(`${day.options.seed} ${++day.names}`),
    from,
    to: wanted.from === to ? from : to,
    amountMinor: BigInt(1 + dice.below(dice.chance(0.7) ? 12_000 : 60_000)),
    valueDate: addDays(today(day), dice.chance(0.9) ? 0 : dice.below(5) - 1),
    times: dice.chance(0.08) ? timesOf(day) : undefined,
    currency: dice.chance(0.02) ? 'USD' : undefined,
    ...wanted,
  };
  day.orders.push(order);
  return order;
}

function timesOf({ dice }: SimulatedDay): Order['times'] {
  const hour = (): string => `${String(8 + dice.below(10)).padStart(2, '0')}:${dice.pick(['00', '30'])}:00+08:00`;
  return dice.chance(0.5) ? { FrTm: hour() } : { TillTm: hour() };
}
