import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baseEnvironment, CLI_BUNDLE } from '../support/cli.ts';
import { startPeer } from '../support/peer.ts';
import { describeNeeding } from '../support/platform.ts';
import { cleartextScript, loginThen } from '../support/scripts.ts';

interface Result {
  readonly verdict: string;
  readonly cause: string;
  readonly meaning: string;
}

const ACCOUNTS = 80;

/** Checks a list, all accounts at once, in a process that may open 30 files. */
async function checkWithFewFiles(port: number, list: string): Promise<readonly Result[]> {
  const accounts = Array.from({ length: ACCOUNTS }, (_, n) => ({
    ...{ host: '127.0.0.1', port, username: `user${n}`, password: `secret number ${n}` },
    ...{ starttls: 'never', 'allow-cleartext-auth': true, retries: 0 },
  }));
  writeFileSync(list, JSON.stringify(accounts));
  const flags = ['--max-parallel', '100', '--max-per-host', '100', '--host-gap', '0'];
  const command = [process.execPath, CLI_BUNDLE, '--accounts', list, ...flags, '--format', 'json'];
  const child = spawn('sh', ['-c', 'ulimit -n 30; exec "$@"', 'sh', ...command], {
    env: baseEnvironment(),
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await once(child, 'close');
  return JSON.parse(text) as Result[];
}

/** Bug: all results were lost, since the files that judge a failure could not be opened any more. */
describeNeeding('a POSIX shell')('a process that may open few files', () => {
  test('judges those whose connection could be opened, and blames no server for the others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-files-'));
    const peer = await startPeer(cleartextScript(loginThen('535 5.7.8 bad password\r\n')));
    const results = await checkWithFewFiles(peer.port, join(folder, 'list.json'));
    await peer.close();
    rmSync(folder, { recursive: true });
    const refused = results.filter(({ verdict }) => verdict === 'rejected');
    const others = results.filter(({ verdict }) => verdict !== 'rejected');
    expect(results).toHaveLength(ACCOUNTS);
    expect(refused.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
    for (const { cause, meaning } of others) {
      expect(cause).toBe('network-unreachable');
      expect(meaning).toContain('This machine could not open a connection');
    }
  });
});
