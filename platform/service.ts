// What a module offers to institutions, as data: the catalogue of services is made of these.
import { type Text } from './http/index.ts';

export interface Service {
  /** As quotas and the status page call it. */
  readonly id: 'messages' | 'settlement' | 'simulator' | 'webhooks';
  readonly title: Text;
  readonly about: Text;
  /** Tags of its routes in the OpenAPI document. */
  readonly tags: readonly string[];
  /** How one begins with it, as files of this repository. */
  readonly documents: readonly { readonly title: Text; readonly path: string }[];
  /** Subscribing waits for the central bank. */
  readonly needsApproval: boolean;
}
