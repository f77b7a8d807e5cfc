import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { action, cli } from '../contestants.mjs';
import { table } from '../table.mjs';

const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;

/** The files of a build that one process opened, as strace saw it. */
async function opened(stage, dist, start) {
  const log = join(stage.folder, 'opened');
  const wrap = ['strace', '-f', '-qq', '-e', 'trace=openat', '-e', 'status=successful', '-o', log];
  await start(wrap);
  const names = readFileSync(log, 'utf8').matchAll(/"([^"]+)"/g);
  const inside = [...names].map(([, name]) => name).filter((name) => name.startsWith(`${dist}/`));
  return [...new Set(inside)].filter((name) => statSync(name).isFile());
}

const sum = (files) => files.reduce((total, file) => total + statSync(file).size, 0);

/** What one passing check loads, and the whole folder without licence texts. */
export async function bytes(stage, builds) {
  const rows = [];
  const figures = {};
  for (const [label, dist] of builds) {
    const paths = {
      CLI: await opened(stage, dist, (wrap) => cli(stage, dist, [], { wrap })),
      Action: await opened(stage, dist, (wrap) => action(stage, dist, {}, { wrap })),
    };
    for (const [door, files] of Object.entries(paths)) {
      const names = files.map((file) => `\`${relative(dist, file)}\` ${kB(statSync(file).size)}`);
      rows.push([`${door}, one check${label}`, kB(sum(files)), names.join(', ')]);
      figures[`plain${door}`] ??= sum(files);
    }
    const all = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'licenses.txt')
      .map((entry) => join(entry.parentPath, entry.name));
    rows.push([`all of dist/${label}`, kB(sum(all)), `${all.length} files, without licence texts`]);
    figures.all ??= sum(all);
  }
  return { text: table('Bytes', ['what', 'bytes', 'files'], rows), figures };
}
