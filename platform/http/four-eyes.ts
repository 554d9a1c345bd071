// Between the door and the handler: a person's call that others must approve first is kept instead of done. Which calls
// those are, and how they are kept, is a module's affair; the edge asks for every one, so no handler can forget to.
import { type Call, personOf, type Route } from './route.ts';

export interface FourEyes {
  /**
   * Undefined when the call may be done now; else what is answered in place of doing it, which may be the handler's own answer
   * when others approved this call before.
   */
  hold(route: Route, call: Call<unknown, unknown, unknown>): Promise<unknown>;
}

export async function handleOrHold(
  route: Route,
  call: Call<unknown, unknown, unknown>,
  fourEyes: FourEyes | undefined,
): Promise<unknown> {
  const mayNeedOthers = route.method !== 'GET' && personOf(call.caller) !== undefined;
  const held = mayNeedOthers ? await fourEyes?.hold(route, call) : undefined;
  return held ?? route.handle(call as never);
}
