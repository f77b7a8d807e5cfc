import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostileCase, Seen } from './support/case.ts';
import { at, flood, honest } from './support/play.ts';
import { playCase } from './support/run.ts';

/** A flood may cost no more than this share above a normal run. */
const MAX_RATIO = 1.3;

const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-'));
const hook = join(folder, 'peak.cjs');
writeFileSync(
  hook,
  `process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));`,
);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Peak resident memory of the bundle, KiB. */
async function peakOf(item: Omit<HostileCase, 'env'>): Promise<{ seen: Seen; peak: number }> {
  const file = join(folder, 'peak');
  const env = { NODE_OPTIONS: `--require ${hook}`, PEAK_FILE: file };
  const seen = await playCase({ ...item, env });
  return { seen, peak: Number(readFileSync(file, 'utf8')) };
}

const TOO_LONG = { verdict: 'protocol', cause: 'reply-too-long' } as const;
const FLOODS: readonly HostileCase[] = [
  { name: 'an endless line', play: at('password', flood('x', '235 ')), expect: TOO_LONG },
  { name: 'an endless reply', play: at('password', flood('235-more\r\n')), expect: TOO_LONG },
  {
    name: 'a flood behind the acceptance',
    play: at('quit', flood('x')),
    expect: { verdict: 'accepted' },
  },
];

test.each(FLOODS.map((item) => [item.name, item] as const))(
  '%s takes no more than 1.3 times the memory of a normal run',
  async (_, item) => {
    const normal = await peakOf({
      name: 'normal',
      play: honest(),
      expect: { verdict: 'accepted' },
    });
    const flooded = await peakOf(item);
    expect(normal.seen.run.outputs['verdict']).toBe('accepted');
    expect(flooded.seen.run.outputs['verdict']).toBe(item.expect.verdict);
    expect(flooded.peak / normal.peak).toBeLessThanOrEqual(MAX_RATIO);
  },
);
