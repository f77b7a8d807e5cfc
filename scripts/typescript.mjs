// Lets a script import the TypeScript of src/ and __tests__/. Node 20 cannot do that itself.
// Usage: `import './typescript.mjs'`, then `await import('../src/….ts')`.
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { transform } from '@swc/core';

// Node calls `load` in a thread of its own, which reads this file again.
if (isMainThread) register(import.meta.url);

/** A hook of Node: https://nodejs.org/api/module.html#loadurl-context-nextload */
export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const { code } = await transform(await readFile(new URL(url), 'utf8'), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
