// The door of services: at live, a route of a service is for who has subscribed to it. Looked at in memory, after the quotas
// and before the body is read.
import { type Caller, type Limits, type Route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Service } from '../../platform/service.ts';
import { type KnownSubscriptions } from './known-subscriptions.ts';

export class ServiceDoor {
  readonly #known: KnownSubscriptions;
  readonly #serviceOfTag: ReadonlyMap<string, string>;

  constructor(known: KnownSubscriptions, services: readonly Service[]) {
    this.#known = known;
    this.#serviceOfTag = new Map(services.flatMap(({ id, tags }) => tags.map((tag) => [tag, id])));
  }

  /** Those limits, and then whether the caller has the service; what is refused here is counted there. */
  behind(limits: Limits): Limits {
    return {
      admit: (caller, route, environment) => {
        const allowance = limits.admit(caller, route, environment);
        if (allowance?.refusal || environment === 'sandbox' || environment === 'certification') return allowance;
        const refusal = this.#refusalOf(caller, route);
        return refusal ? { headers: {}, ...allowance, refusal } : allowance;
      },
    };
  }

  /** Payments need settlement, whatever brought them: who has it goes on to what is behind. */
  reserve<Asked extends { readonly participantId: string; readonly payments: number }, Reserved>(
    asked: Asked,
    behind: (asked: Asked) => Reserved,
  ): Reserved | { readonly refusal: Refusal; end(): void } {
    const isFree = asked.payments === 0 || this.#known.hasOfParticipant(asked.participantId, 'settlement');
    return isFree ? behind(asked) : { refusal: notSubscribed('settlement'), end: () => undefined };
  }

  #refusalOf(caller: Caller, { tag }: Route): Refusal | undefined {
    const service = this.#serviceOfTag.get(tag);
    if (service === undefined) return undefined;
    const has =
      caller.kind === 'participant'
        ? this.#known.hasOfParticipant(caller.participantId, service)
        : caller.kind !== 'organisation' || this.#known.hasOf(caller.organisationId, service);
    return has ? undefined : notSubscribed(service);
  }
}

const notSubscribed = (service: string): Refusal => new Refusal('not_subscribed', { details: { service } });
