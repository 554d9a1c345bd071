// Chance from a seed alone: the same seed makes the same day, to the last id.
import { createHash } from 'node:crypto';
import { type Instant, MICROS_PER_MS } from '../../platform/instant.ts';
import { seededRandom } from '../../modules/iso20022/testing.ts';

export interface Dice {
  /** A whole number from 0 to just below this. */
  below(end: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** One of the names, each as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
}

export function diceOf(seed: number): Dice {
  const random = seededRandom(seed);
  const below = (end: number): number => Math.floor(random() * end);
  return {
    below,
    chance: (probability) => random() < probability,
    pick: (items) => items[below(items.length)]!,
    weighted: <Name extends string>(weights: Readonly<Record<Name, number>>): Name => {
      const entries = Object.entries<number>(weights) as [Name, number][];
      let at = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      return (entries.find(([, weight]) => (at -= weight) < 0) ?? entries[0]!)[0];
    },
  };
}

/** A UUID of version 7 that depends on its name and moment alone. */
export function idOf(name: string, at: Instant): string {
  const hash = createHash('sha256').update(name).digest('hex');
  const millis = Math.floor(at / MICROS_PER_MS)
    .toString(16)
    .padStart(12, '0');
  return uuid(`${millis}7${hash.slice(0, 3)}8${hash.slice(3, 18)}`);
}

/** A UUID of version 4, as banks give their payments. */
export function uetrOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  return uuid(`${hash.slice(0, 12)}4${hash.slice(12, 15)}8${hash.slice(15, 30)}`);
}

function uuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
