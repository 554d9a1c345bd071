// Where a worker thread begins: plain JavaScript, because the thread has to learn TypeScript first.
import { register } from 'tsx/esm/api';

register();
const { work } = await import('./work.ts');
work();
