// Says what failed and why, names what was skipped and which files took longest, and ends with one plain line:
// `N passed, N failed`.
import { relative } from 'node:path';
import { inspect } from 'node:util';

export default async function* report(events) {
  let passed = 0;
  const failed = [];
  const skipped = [];
  const started = Date.now();
  const msByFile = new Map();
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    if (data.nesting === 0 && data.file) {
      msByFile.set(data.file, (msByFile.get(data.file) ?? 0) + data.details.duration_ms);
    }
    if (type === 'test:fail') {
      // A test that failed only because one inside it did has been told already.
      if (data.details.error.failureType === 'subtestsFailed') continue;
      failed.push(data);
      yield failureText(data);
    } else if (data.skip !== undefined) skipped.push(data);
    else passed += 1;
  }
  const seconds = Math.round((Date.now() - started) / 1_000);
  yield '\n';
  if (skipped.length > 0) yield `Skipped: ${skipped.length}\n`;
  for (const data of skipped) yield `  ${placeOf(data)} ${data.name}${reasonOf(data.skip)}\n`;
  if (failed.length > 0) yield 'Failed:\n';
  for (const data of failed) yield `  ${placeOf(data)} ${data.name}\n`;
  yield `In ${seconds} s. Longest: ${slowest(msByFile)}.\n`;
  yield `${passed} passed, ${failed.length} failed\n`;
}

const LONGEST = 12;

function slowest(msByFile) {
  const longest = [...msByFile].sort(([, a], [, b]) => b - a).slice(0, LONGEST);
  return longest.map(([file, ms]) => `${relative(process.cwd(), file)} ${Math.round(ms / 1_000)} s`).join(', ');
}

function placeOf({ file, line }) {
  return file ? `${relative(process.cwd(), file)}:${line ?? 1}` : '';
}

const reasonOf = (skip) => (typeof skip === 'string' && skip !== '' ? `: ${skip}` : '');

function failureText(data) {
  const { error } = data.details;
  const cause = error.cause ?? error;
  const text = cause instanceof Error || typeof cause === 'object' ? inspect(cause, { depth: 4 }) : String(cause);
  const lines = text.split('\n').map((line) => `    ${line}`);
  return `\n✖ ${data.name}\n  ${placeOf(data)}\n${lines.join('\n')}\n`;
}
