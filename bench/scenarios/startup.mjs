import { action, cliVersion, nothing } from '../contestants.mjs';
import { interleave } from '../measure.mjs';
import { ratioTable } from '../table.mjs';

/** What a process costs before it does anything. */
export async function startup(stage, rounds) {
  const results = await interleave(
    {
      '`node -e 0`': () => nothing(stage),
      'CLI, `--version`': () => cliVersion(stage),
      'Action, an empty secret': () => action(stage, { password: '' }, 1),
    },
    rounds,
  );
  return ratioTable('Start-up without network', results, '`node -e 0`');
}
