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

const column = (results, key) => (name) => results[name].map((result) => result[key]);

/** Wall and CPU time of contestants, and their ratios to one of them, run by run. */
export function ratioTable(title, results, base) {
  const [wall, cpu, memory] = ['wallMs', 'cpuMs', 'peakMiB'].map((key) => column(results, key));
  const rows = Object.keys(results).map((name) => [
    name,
    `${spread(wall(name), 1)} ms`,
    pairedRatio(wall(name), wall(base)).toFixed(2),
    `${median(cpu(name)).toFixed(0)} ms`,
    pairedRatio(cpu(name), cpu(base)).toFixed(2),
    `${median(memory(name)).toFixed(0)} MiB`,
  ]);
  const header = ['contestant', 'wall time', `÷ ${base}`, 'CPU time', `÷ ${base}`, 'peak memory'];
  return table(title, header, rows);
}

/** The ratios of wall times alone, for the page's first table. */
export function ratios(results, base) {
  const wall = column(results, 'wallMs');
  return (name) => pairedRatio(wall(name), wall(base));
}
