import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../table.mjs';

const DIST = new URL('../../dist/', import.meta.url).pathname;

/** The size of every file of dist/. */
export function bytes() {
  const files = readdirSync(DIST, { recursive: true }).filter((file) =>
    statSync(join(DIST, file)).isFile(),
  );
  const rows = files.map((file) => [
    `\`dist/${file}\``,
    `${(statSync(join(DIST, file)).size / 1000).toFixed(0)} kB`,
  ]);
  return table('Bytes', ['file', 'size'], rows);
}
