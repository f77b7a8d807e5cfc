import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
/** The server's end of the line, and its one name in the certificate beside the loopback addresses. */
export const FAR_ADDRESS = '10.77.0.2';
const NEAR = 'bench-near';
const FAR = 'bench-far';

/** A folder with a CA and a server certificate (P-256, the cheapest common kind), removed at the end. */
export function createCertificates() {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-bench-'));
  const at = (name) => join(folder, name);
  const openssl = (...parameters) => execFileSync('openssl', parameters, { stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-days',
    '9',
    '-subj',
    '/CN=Bench CA',
  );
  openssl(
    'req',
    ...key,
    '-keyout',
    at('server.key'),
    '-out',
    at('server.csr'),
    '-subj',
    '/CN=bench',
  );
  const loopback = Array.from({ length: 100 }, (_, index) => `IP:127.0.1.${index + 1}`);
  const names = ['DNS:localhost', 'IP:127.0.0.1', `IP:${FAR_ADDRESS}`, ...loopback];
  writeFileSync(at('names'), `subjectAltName=${names.join(',')}\n`);
  openssl(
    'x509',
    '-req',
    '-in',
    at('server.csr'),
    '-CA',
    at('ca.pem'),
    '-CAkey',
    at('ca.key'),
    '-CAcreateserial',
    '-out',
    at('server.pem'),
    '-days',
    '8',
    '-extfile',
    at('names'),
  );
  return {
    folder,
    ca: at('ca.pem'),
    certificate: at('server.pem'),
    key: at('server.key'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Starts a process and waits for its first line. */
async function start(command, parameters) {
  const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(`${command} ended with ${status}`)));
    child.stdout.once('data', (chunk) => resolve(chunk.toString().trim()));
  });
  child.removeAllListeners('exit');
  return {
    line,
    stop: () => new Promise((resolve) => child.once('close', resolve) && child.kill()),
  };
}

/** The server on all loopback addresses. */
export async function startLoopbackServer({ certificate, key }) {
  const { line, stop } = await start(process.execPath, [
    join(HERE, 'server.mjs'),
    '0.0.0.0',
    certificate,
    key,
  ]);
  return { host: '127.0.0.1', port: Number(line), prefix: [], stop };
}

/** The server at the far end of a line; contestants run at its near end, behind `prefix`. */
export async function startDistantServer({ certificate, key }, roundTripMs) {
  for (const name of [NEAR, FAR]) execFileSync('ip', ['netns', 'add', name]);
  const line = await start('python3', [join(HERE, 'line.py'), NEAR, FAR, String(roundTripMs / 2)]);
  const enter = ['netns', 'exec', FAR, process.execPath];
  const server = await start('ip', [
    ...enter,
    join(HERE, 'server.mjs'),
    FAR_ADDRESS,
    certificate,
    key,
  ]);
  return {
    host: FAR_ADDRESS,
    port: Number(server.line),
    prefix: ['ip', 'netns', 'exec', NEAR],
    async stop() {
      await server.stop();
      await line.stop();
      for (const name of [NEAR, FAR]) execFileSync('ip', ['netns', 'del', name]);
    },
  };
}
