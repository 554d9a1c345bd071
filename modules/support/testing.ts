// For tests: the bounds of support.
export { MOST_OPEN, MOST_POSTS } from './case.ts';
