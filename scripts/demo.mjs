// Shows the action at work: three accounts on a mail server inside this process, checked by the committed bundle as a
// runner starts it. Nothing leaves this machine. With --serve the server keeps running.
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificate } from './demo/certificate.mjs';
import { runStep, showSummary } from './demo/runner.mjs';
import { startServer } from './demo/server.mjs';

const ACCOUNTS = {
  good: { username: 'reports@example.test', password: 'correct horse battery' },
  changed: { username: 'invoices@example.test', password: 'the old password' },
  stalled: { username: 'alerts@example.test', password: 'never answered' },
};
const EXPECTED = [
  ['The credentials work', ACCOUNTS.good, 'accepted'],
  ['The password was changed and nobody told the workflow', ACCOUNTS.changed, 'rejected'],
  ['The server stops answering', ACCOUNTS.stalled, 'timeout'],
];

const identity = await createCertificate();
const server = await startServer(identity, ACCOUNTS);

/** Keeps the server running for the command line program, until Ctrl-C. */
async function serve() {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-demo-'));
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, identity.cert);
  const { good } = ACCOUNTS;
  const target = `--host localhost --port ${server.port} --tls-ca ${ca}`;
  console.log(`A mail server listens on localhost:${server.port}. In another terminal:

  node dist/cli/index.js ${target} --username ${good.username}

It prompts for the password, which is "${good.password}". The server never answers ${ACCOUNTS.stalled.username}.
Ctrl-C stops the server.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  rmSync(folder, { recursive: true });
}

/** Ends the demo, and with it the step that runs. */
function interrupt(signal) {
  process.exit(128 + constants.signals[signal]);
}

async function show() {
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  // The reader has gone, as in "npm run demo | head".
  process.stdout.on('error', () => interrupt('SIGPIPE'));
  const rule = '─'.repeat(78);
  for (const [title, account, verdict] of EXPECTED) {
    const inputs = {
      host: 'localhost',
      port: server.port,
      'tls-ca': identity.cert,
      timeout: 3,
      ...account,
    };
    const step = await runStep(inputs);
    console.log(`${rule}\n${title}\n${rule}\n${step.log}\n`);
    console.log(
      `Step ${step.exitCode === 0 ? 'passed' : 'failed'} (exit status ${step.exitCode}). Its job summary:\n`,
    );
    console.log(`${showSummary(step.summary).replace(/^/gm, '  │ ')}\n`);
    if (step.verdict !== verdict) {
      console.error(`Expected the verdict ${verdict}, got ${step.verdict}.`);
      process.exitCode = 1;
    }
  }
}

await (process.argv.includes('--serve') ? serve() : show());
server.close();
