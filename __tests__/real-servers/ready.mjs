// Waits until both ports of a server greet, the TLS one with our certificate, then prints its entry of servers.json.
// usage: node ready.mjs name version starttlsPort implicitPort caFile log
import { readFileSync } from 'node:fs';
import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';

const [name, version, starttlsPort, implicitPort, caFile, log] = process.argv.slice(2);
const host = '127.0.0.1';
const serverName = 'mail.example.test';
const deadline = Date.now() + 30_000;

/** Every match of this in the log is one AUTH command, of whatever outcome. */
const authAttempt = { 'postfix-dovecot': 'client in: AUTH\\b', exim: 'AUTH attempt:' }[name];

/** Resolves with the first bytes a server sends. */
function greeting(socket) {
  return new Promise((resolve, reject) => {
    socket.setTimeout(5_000, () => socket.destroy(new Error('no greeting')));
    socket.once('data', (data) => resolve(data.toString('latin1')));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed')));
  }).finally(() => socket.destroy());
}

async function waitFor(port, open) {
  for (;;) {
    try {
      const text = await greeting(open());
      if (text.startsWith('220 ')) return;
      throw new Error(`unexpected greeting ${JSON.stringify(text)}`);
    } catch (error) {
      if (Date.now() > deadline) {
        console.error(`${name}: no greeting on ${host}:${port}: ${error.message}`);
        process.exit(1);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const ca = readFileSync(caFile);
await waitFor(starttlsPort, () => connectPlain({ host, port: Number(starttlsPort) }));
await waitFor(implicitPort, () =>
  connectTls({ host, port: Number(implicitPort), servername: serverName, ca }),
);

console.log(
  JSON.stringify({
    name,
    version,
    host,
    serverName,
    starttlsPort: Number(starttlsPort),
    implicitPort: Number(implicitPort),
    caFile,
    log,
    authAttempt,
  }),
);
