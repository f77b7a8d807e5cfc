import { median, spread } from './measure.mjs';

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

/** Wall times of contestants, and their ratio to one of them. */
export function ratioTable(title, results, base) {
  const wall = (name) => results[name].map(({ wallMs }) => wallMs);
  const unit = median(wall(base));
  const rows = Object.keys(results).map((name) => [
    name,
    `${spread(wall(name))} ms`,
    (median(wall(name)) / unit).toFixed(2),
    `${Math.round(median(results[name].map(({ peakMiB }) => peakMiB)))} MiB`,
  ]);
  return table(title, ['contestant', 'wall time', `÷ ${base}`, 'peak memory'], rows);
}
