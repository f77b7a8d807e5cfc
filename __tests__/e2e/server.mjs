// The servers of the end-to-end workflow, on loopback: one that knows a single user, behind STARTTLS, and one
// that never says a word. Started without arguments it starts itself in the background, waits until both
// listen, writes what the next steps need to GITHUB_OUTPUT and returns.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCertificate } from '../../scripts/demo/certificate.mjs';

/** Longer than the job may take; then nothing is left behind, whatever happened to the last step. */
const LIFETIME_MS = 600_000;

if (process.send === undefined) {
  const child = fork(fileURLToPath(import.meta.url), { detached: true, stdio: 'ignore' });
  const [outputs] = await once(child, 'message');
  const lines = Object.entries({ ...outputs, pid: child.pid }).map(
    ([name, value]) => `${name}=${value}\n`,
  );
  const { GITHUB_OUTPUT: file } = process.env;
  if (file) appendFileSync(file, lines.join(''));
  else process.stdout.write(lines.join(''));
  child.disconnect();
  child.unref();
} else {
  await serve();
}

async function serve() {
  const { SMTPServer } = await import('smtp-server');
  const password = randomBytes(12).toString('hex');
  const { cert, key } = await createCertificate();
  const ca = join(mkdtempSync(join(tmpdir(), 'smtp-auth-check-e2e-')), 'cert.pem');
  writeFileSync(ca, cert);
  const submission = new SMTPServer({
    cert,
    key,
    authMethods: ['LOGIN', 'PLAIN'],
    onAuth({ username, password: given }, _session, done) {
      if (username === 'alice' && given === password) done(undefined, { user: username });
      else done(Object.assign(new Error('Authentication failed'), { responseCode: 535 }));
    },
  });
  submission.on('error', () => undefined); // a client that leaves during the handshake
  const silent = createServer();
  for (const server of [submission.server, silent]) {
    server.listen(0, 'localhost');
    await once(server, 'listening');
  }
  process.send({
    port: submission.server.address().port,
    'silent-port': silent.address().port,
    password,
    ca,
  });
  setTimeout(() => process.exit(), LIFETIME_MS);
}
