// What live says when it is asked which environment it is.
import { type EnvironmentJson } from '../../../modules/environments/index.ts';
import { formatInstant } from '../../../platform/instant.ts';
import { type House } from '../compose.ts';

/** `isDemo`: invented banks play in it. */
export function liveEnvironment({ writer, clock }: House, isDemo: boolean): EnvironmentJson {
  const { day } = writer.memory.settlement.settlement;
  const now = clock.now();
  const phase = day?.phases.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
  const next = day?.phases.find(({ startsAt }) => startsAt > now);
  return {
    organisationId: null,
    kind: isDemo ? 'sandbox' : 'live',
    base: '',
    participantId: null,
    clock: {
      now: formatInstant(now),
      isRunning: true,
      date: day?.date ?? null,
      phase: phase ? { code: phase.code, title: phase.title } : null,
      next: next ? { title: next.title, at: formatInstant(next.startsAt) } : null,
    },
    faults: [],
    requests: [],
  };
}
