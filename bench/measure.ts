// What benchmarks share: latencies as percentiles, a random source with a seed, memory of this process.

/** Latencies in milliseconds, and what share of them stayed under which. */
export class Latencies {
  readonly #values: number[] = [];

  add(milliseconds: number): void {
    this.#values.push(milliseconds);
  }

  /** `share` of all were at most this many milliseconds. */
  percentile(share: number): number {
    const sorted = this.#values.sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  }
}

/** Numbers of 0 up to 2^32 − 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

export function memoryMb(): number {
  return Math.round(process.memoryUsage.rss() / (1 << 20));
}
