import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { targetTable } from './targets.mjs';

const LIMITS = [
  'Client, server and launcher share the cores. The server is written in Go, and its CPU time is shown beside each fleet. It costs every contestant the same.',
  'Ratios are medians of quotients from the same round, so a slow moment of the machine cancels out. The milliseconds are not protected in this way.',
  'Distances are TUN devices between two network namespaces, without loss and jitter. The round trip is measured before each series, and the fit uses that value.',
  'One certificate chain with P-256 keys, the cheapest common kind. An RSA server costs every contestant the same amount more.',
  'CPU time is what the kernel counted for the process and the children it waited for. Peak memory is that of the process (`ru_maxrss`), for `xargs` of the largest child.',
];

/** Written by hand: why a target is not reached, and what was tried. */
const NOTES = readFileSync(new URL('notes.md', import.meta.url), 'utf8');

/**
 * The page docs/performance.md.
 *
 * @param results scenario to `{ text, figures }`
 * @param limits sentences about what a contestant cannot do
 * @param isCompared several builds were compared, so that no target is meant
 */
export function renderPage(results, limits, isCompared) {
  const date = new Date().toISOString().slice(0, 10);
  const [{ model }] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const machine = `${cpus().length} × ${model}, ${memory}, ${type()} ${release()}, Node ${process.version}`;
  const figures = Object.fromEntries(
    Object.entries(results).map(([name, result]) => [name, result.figures]),
  );
  return [
    '# Performance',
    '',
    `Measured on ${date} with \`bench/run.sh\` on ${machine}. Medians, with minimum and maximum in brackets. Each round runs`,
    'every contestant once, in turn. No test depends on these numbers; tests check the number of flights on the wire and the',
    'size of `dist/`.',
    '',
    ...(isCompared ? [] : [targetTable(figures), NOTES]),
    ...Object.values(results).map(({ text }) => text),
    '## Limits of the method',
    '',
    ...[...LIMITS, ...limits].map((limit) => `- ${limit}`),
    '',
  ].join('\n');
}
