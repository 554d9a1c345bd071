// Runs a program of ours in the foreground: its output is ours, our signals are its signals, its exit code is ours.
import { spawn } from 'node:child_process';
import { root } from './ensure-deps.mjs';

/** Node with TypeScript. */
export const typescript = ['--import', 'tsx'];

/** Answers the exit code. */
export function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, forward);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

export function runNode(args, options) {
  return run(process.execPath, args, options);
}
