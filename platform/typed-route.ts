// A route whose handler is typed by what the route declares: names in its path, its query, its body.
import { type Static, type TSchema } from '@sinclair/typebox';
import { type Call, type Route } from './http/index.ts';

/** `'/v1/payments/{id}/cancel'` gives `{ id: string }`. */
export type PathNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [Key in Name]: string } & PathNames<Rest>
  : unknown;

export function typedRoute<
  const Path extends string,
  Query extends TSchema,
  Body extends TSchema,
  Given extends TSchema,
>(
  declared: Omit<Route, 'path' | 'query' | 'body' | 'answer' | 'handle'> & {
    readonly path: Path;
    readonly query?: Query;
    readonly body?: Body;
    readonly answer: Given;
    handle(
      call: Omit<Call, 'params' | 'query' | 'body'> & {
        readonly params: PathNames<Path>;
        readonly query: Static<Query>;
        readonly body: Static<Body>;
      },
    ): Promise<Static<Given>> | Static<Given>;
  },
): Route {
  return declared as unknown as Route;
}
