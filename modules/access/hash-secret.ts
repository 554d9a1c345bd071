// How a secret we gave out is kept: by its hash, under which it is found again.
import { createHash } from 'node:crypto';

/** 256 random bits need no slow hash. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
