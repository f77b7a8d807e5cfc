import { readFileSync } from 'node:fs';
import { LAWS } from '../hostile/support/laws.ts';

test('docs/threat-model.md names the case that proves each law', () => {
  const page = readFileSync(new URL('../../docs/threat-model.md', import.meta.url), 'utf8');
  LAWS.forEach(({ family, case: name }, index) => {
    const row = page.split('\n').find((line) => line.startsWith(`| ${index + 1}. `));
    expect(row).toContain(`${family}: ${name}`);
  });
});
