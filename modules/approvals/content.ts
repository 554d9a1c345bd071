// What exactly is approved: the call in its one canonical form (RFC 8785) and the SHA-256 of it. The id and the maker are
// in it, so an approval of one request is never an approval of another that says the same.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

export interface Content {
  readonly id: string;
  readonly action: string;
  readonly method: string;
  /** As declared, with names in braces. */
  readonly path: string;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly organisation: string;
  readonly makerId: string;
  readonly expiresAt: string;
}

export function canonicalText(content: Content): string {
  return canonicalize({ ...content, version: 1 })!;
}

export function hashOf(content: Content): Buffer {
  return createHash('sha256').update(canonicalText(content), 'utf8').digest();
}

/** What of a request is its content. */
export function contentOf(request: Content): Content {
  const { id, action, method, path, params, query, body, organisation, makerId, expiresAt } = request;
  return { id, action, method, path, params, query, body, organisation, makerId, expiresAt };
}
