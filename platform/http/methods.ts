// What is told of an address that is known, asked with a method that it has not.
import { type Route } from './route.ts';

/** What an address that has no such method does have. */
export function methodsByAddress(routes: readonly Route[]): (url: string) => string[] {
  const known = routes.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}/?$`),
  }));
  return (url) => {
    const path = url.split('?')[0]!;
    const methods = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    return [...new Set(methods)].sort();
  };
}
