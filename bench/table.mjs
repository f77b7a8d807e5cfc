import { median, pairedRatio, spread } from './measure.mjs';

/** A heading and a Markdown table. */
export function table(title, header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    `## ${title}`,
    '',
    line(header),
    line(header.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}

/** Wall times of contestants, and their ratio to one of them, run by run. */
export function ratioTable(title, results, base) {
  const wall = (name) => results[name].map(({ wallMs }) => wallMs);
  const middle = (name, key, digits) =>
    median(results[name].map((result) => result[key])).toFixed(digits);
  const rows = Object.keys(results).map((name) => [
    name,
    `${spread(wall(name), 1)} ms`,
    pairedRatio(wall(name), wall(base)).toFixed(2),
    `${middle(name, 'cpuMs', 0)} ms`,
    `${middle(name, 'peakMiB', 0)} MiB`,
  ]);
  return table(title, ['contestant', 'wall time', `÷ ${base}`, 'CPU', 'peak memory'], rows);
}

/** Ratios for the page's first table, by figure. */
export function ratios(results, base) {
  const wall = (name) => results[name].map(({ wallMs }) => wallMs);
  return (name) => pairedRatio(wall(name), wall(base));
}
