// What benchmarks share: latencies as percentiles, a random source with a seed, memory and processor time of processes.
import { readdirSync, readFileSync } from 'node:fs';

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

/** The most memory this process has had; what it has now, where there is no /proc. */
export function peakMemoryMb(): number {
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readProc(process.pid, 'status'))?.[1];
  return kilobytes ? Math.round(Number(kilobytes) / 1_024) : memoryMb();
}

/** What a process, or a family of them, uses. Zero where there is no /proc. */
export interface Use {
  /** Processor time since it began. */
  readonly cpuMs: number;
  /** Proportional set size: memory that processes share is counted once. */
  readonly memoryMb: number;
}

const MS_PER_TICK = 10;

export function useOf(pid: number, family?: 'with its children'): Use {
  const pids = family ? [pid, ...childrenOf(pid)] : [pid];
  const sum = { cpuMs: 0, memoryMb: 0 };
  for (const each of pids) {
    const [userTicks = 0, systemTicks = 0] = statOf(each).slice(11, 13).map(Number);
    sum.cpuMs += (userTicks + systemTicks) * MS_PER_TICK;
    sum.memoryMb += Number(/^Pss:\s+(\d+)/m.exec(readProc(each, 'smaps_rollup'))?.[1] ?? 0) / 1_024;
  }
  return sum;
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && statOf(Number(name))[1] === String(pid))
      .map(Number);
  } catch {
    return [];
  }
}

/** The fields of /proc/<pid>/stat after the name: state, parent, … */
function statOf(pid: number): string[] {
  const stat = readProc(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
