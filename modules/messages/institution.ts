// Who we are in messages: the central bank's own identity, its money and its clock.
import { type TimeZone } from '../../platform/time-zone.ts';

export interface Institution {
  readonly bic: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** ISO 4217. */
  readonly currency: string;
  readonly zone: TimeZone;
  /** Proprietary name of the settlement system in SttlmInf/ClrSys, up to 35 characters. */
  readonly system: string;
}
