import { parse } from 'yaml';
import { parseCommandLine } from '../../src/cli/options.ts';
import { toReport } from '../../src/report/json.ts';
import { renderPrometheus } from '../../src/report/prometheus.ts';
import { createResult } from '../support/results.ts';
import { BLOCKS, read } from './blocks.ts';

const PAGE = read('docs/monitoring.md');
const COMMANDS = [...PAGE.matchAll(/smtp-auth-check (--.+)$/gm)].map(([, flags = '']) => flags);

describe('docs/monitoring.md', () => {
  it.each(COMMANDS)('has a command that the program reads: %s', (flags) => {
    expect(parseCommandLine(flags.split(' '))).toMatchObject({ kind: 'check' });
  });

  it('shows four commands', () => {
    expect(COMMANDS).toHaveLength(4);
  });

  it('names every metric, and no other one', () => {
    const written = renderPrometheus([toReport(createResult())]).match(/^smtp_auth_check_\w+/gm);
    const named = PAGE.match(/smtp_auth_check_\w+/g);
    expect([...new Set(named)].sort()).toEqual([...new Set(written)].sort());
  });

  it('has alerts that are YAML with an expression each', () => {
    const block = BLOCKS.find(
      ({ file, language }) => file === 'docs/monitoring.md' && language === 'yaml',
    );
    const { groups } = parse(block?.code ?? '') as {
      groups: { rules: { alert: string; expr: string }[] }[];
    };
    const rules = groups.flatMap((group) => group.rules);
    expect(rules).toHaveLength(3);
    for (const { expr } of rules) expect(expr).toContain('smtp_auth_check_');
  });
});
