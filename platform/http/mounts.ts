// The same routes below other bases, such as `/sandbox/{organisationId}`: each address there is a house of its own, which is
// found once it is known who asks. Nothing of the house at the root is reached through it.
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Pool } from '../postgres/connect.ts';
import { type Tenant } from '../postgres/tenant-reads.ts';
import { type RefusedRequest } from './server.ts';
import { type Caller, type Route } from './route.ts';

export interface Mount {
  /** Names in braces are of the base alone: no route below uses them. */
  readonly base: string;
  /** What the keys that let a machine in there are for. */
  readonly environment: string;
  /** What may be asked below it; the house that is entered does it. */
  readonly routes: readonly Route[];
  /** Refuses what this caller may not know of; throws ConnectionCut to answer nothing at all. */
  enter(asked: Entry): Promise<Place>;
}

export interface Entry {
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly route: Route;
  /** Path and query as they came. */
  readonly target: string;
  /** Ends the connection, whatever was sent by then. */
  cut(): void;
}

export interface Place {
  /** Who the caller is there. */
  readonly caller: Caller;
  /** For whom it is read there; undefined for the house itself. */
  readonly tenant: Tenant | undefined;
  /** Where its books are. */
  readonly readsFrom: Pool;
  /** Where answers to writes are kept by their Idempotency-Key. */
  readonly pool: Pool;
  /** The route as this house has it. */
  routeOf(route: Route): Route;
  onRefusedWrite(refused: RefusedRequest): void;
  /** The house may close again; told once, with the status, or 0 when nothing was answered. */
  left(status: number): void;
}

/** The connection ends without an answer. */
export class ConnectionCut extends Error {}

const places = new WeakMap<FastifyRequest, Place>();

export const placeOf = (request: FastifyRequest): Place | undefined => places.get(request);

export async function enter(
  mount: Mount,
  caller: Caller,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Place> {
  const params = request.params as Record<string, string>;
  const cut = (): unknown => request.raw.socket.destroy();
  const place = await mount.enter({ caller, params, route, target: request.raw.url!, cut });
  places.set(request, place);
  reply.raw.once('close', () => place.left(reply.raw.writableFinished ? reply.raw.statusCode : 0));
  return place;
}

/** Whether it was a cut, which was made. */
export function cutIfAsked(error: unknown, request: FastifyRequest, reply: FastifyReply): boolean {
  if (!(error instanceof ConnectionCut)) return false;
  reply.hijack();
  request.raw.socket.destroy();
  return true;
}
