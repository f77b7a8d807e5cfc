// The floor: node:net and node:tls, one LOGIN, no parsing, no report.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { connect as connectTls, createSecureContext } from 'node:tls';
import { converse } from './converse.mjs';

const [host, port, ca, password, roots] = process.argv.slice(2);
const pem = readFileSync(ca);

/** Trusts the one CA, or Node's own list as well, as a check of a public server does. */
function trust() {
  if (roots === undefined) return createSecureContext({ ca: pem });
  const secureContext = createSecureContext();
  secureContext.context.addCACert(pem);
  return secureContext;
}

const encode = (text) => Buffer.from(text).toString('base64');
const lines = ['EHLO bench', 'AUTH LOGIN', encode('user@example.test'), encode(password)];

const plain = connect({ host, port, noDelay: true });
converse(plain, ['EHLO bench', 'STARTTLS'], () => {
  plain.removeAllListeners('data');
  const secured = connectTls({ socket: plain, host, secureContext: trust() }, () => {
    secured.write(`${lines.shift()}\r\n`);
  });
  converse(secured, lines, (reply) => {
    process.exitCode = reply.startsWith('235') ? 0 : 1;
    secured.destroy();
  });
});
