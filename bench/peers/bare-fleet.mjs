// The floor for many: node:net and node:tls, LOGIN, sessions resumed, no parsing beyond the code, no report.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { connect as connectTls, createSecureContext } from 'node:tls';
import { converse } from './converse.mjs';

const [host, port, ca, password, count, parallel] = process.argv.slice(2);
const encode = (text) => Buffer.from(text).toString('base64');
const secureContext = createSecureContext({ ca: readFileSync(ca) });
let session;
let next = 0;

const login = (number) =>
  new Promise((resolve, reject) => {
    const user = encode(`user${number}@example.test`);
    const lines = ['EHLO bench', 'AUTH LOGIN', user, encode(password)];
    const plain = connect({ host, port, noDelay: true }).on('error', reject);
    converse(plain, ['EHLO bench', 'STARTTLS'], () => {
      plain.removeAllListeners('data');
      const secured = connectTls({ socket: plain, host, secureContext, session }, () => {
        secured.write(`${lines.shift()}\r\n`);
      });
      secured.on('error', reject).on('session', (ticket) => (session = ticket));
      converse(secured, lines, (reply) => {
        if (!reply.startsWith('235')) reject(new Error(reply));
        secured.end('QUIT\r\n');
        secured.destroy();
        resolve();
      });
    });
  });

await Promise.all(
  Array.from({ length: Number(parallel) }, async () => {
    while (next < Number(count)) await login(next++);
  }),
);
