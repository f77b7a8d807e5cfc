import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { action, cli } from '../contestants.mjs';
import { table } from '../table.mjs';

const BIG = { maxBuffer: 2 ** 28 };
const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;

/** The files of a build that one process loaded, as V8 lists them at its end. */
async function loaded(dist, start) {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-bytes-'));
  await start({ env: { NODE_V8_COVERAGE: folder } });
  const urls = readdirSync(folder).flatMap((name) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')).result.map(({ url }) => url),
  );
  rmSync(folder, { recursive: true });
  const files = urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
  return files.filter((file) => file.startsWith(`${dist}/`));
}

const sum = (files) => files.reduce((total, file) => total + statSync(file).size, 0);

/** What one passing check loads, and the whole folder without licence texts. */
export async function bytes(stage, builds) {
  const rows = [];
  const figures = {};
  for (const [label, dist] of builds) {
    const paths = {
      CLI: await loaded(dist, (options) => cli(stage, dist, [], options)),
      Action: await loaded(dist, (options) => action(stage, dist, {}, options)),
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
  figures.archive = gzipSync(execFileSync('git', ['archive', 'HEAD'], BIG)).length;
  rows.push([
    'archive of the newest commit',
    kB(figures.archive),
    'gzipped, as GitHub gives it to a runner',
  ]);
  const text = table('Bytes', ['what', 'bytes', 'files'], rows);
  return {
    text:
      builds[0][1] === resolve('dist')
        ? `${text}\n${execFileSync(process.execPath, ['scripts/sizes.mjs'], { encoding: 'utf8' })}`
        : text,
    figures,
  };
}
