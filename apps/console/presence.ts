// Says to the server, once a minute at most, that the person is still there: they moved, typed or turned a page. What the
// console asks by itself every few seconds does not count.
import { useEffect } from 'react';
import { api } from './api.ts';

const EVERY_MS = 60_000;
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const;

export function usePresence(): void {
  useEffect(() => {
    let saidAt = Date.now();
    const say = (): void => {
      if (Date.now() - saidAt < EVERY_MS) return;
      saidAt = Date.now();
      // One that fails is made up for by the next; that the session is over, every question says.
      void api.me.present().catch(() => undefined);
    };
    for (const sign of SIGNS) window.addEventListener(sign, say, { passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, say);
    };
  }, []);
}
