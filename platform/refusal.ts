// A refusal is an expected "no": a code from a closed list, what it concerns, and nothing changed.
// It is thrown where the rule lives and rendered once, at the edge (platform/http/problem.ts).

/** What a module declares for each of its codes: the HTTP status and the sentence a person reads. */
export interface RefusalText {
  readonly status: number;
  readonly en: string;
  readonly zh: string;
}

export type RefusalTexts = Readonly<Record<string, RefusalText>>;

/** Facts about a refusal, safe to show the caller: the field that was wrong, the limit, the figures. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | undefined>>;

export class Refusal<Code extends string = string> extends Error {
  readonly code: Code;
  /** JSON pointer or XML path of the field refused, when one field is to blame. */
  readonly field: string | undefined;
  readonly details: RefusalDetails;

  constructor(code: Code, options: { field?: string; details?: RefusalDetails } = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.field = options.field;
    this.details = options.details ?? {};
  }
}

/** A fault is a bug: the invariant named here was broken. Never caught to go on. */
export function assert(condition: unknown, invariant: string): asserts condition {
  if (!condition) throw new Error(`Fault: ${invariant}`);
}
