// The floor: node:net and node:tls, one LOGIN, no parsing, no report.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

const [host, port, ca, password] = process.argv.slice(2);
const encode = (text) => Buffer.from(text).toString('base64');
const lines = ['EHLO bench', 'AUTH LOGIN', encode('user@example.test'), encode(password)];

function converse(socket, commands, whenDone) {
  socket.on('data', (chunk) => {
    if (!/^\d{3} /m.test(chunk.toString().split('\r\n').at(-2))) return;
    const command = commands.shift();
    if (command === undefined) whenDone(chunk.toString());
    else socket.write(`${command}\r\n`);
  });
}

const plain = connect({ host, port, noDelay: true });
converse(plain, ['EHLO bench', 'STARTTLS'], () => {
  plain.removeAllListeners('data');
  const secured = connectTls({ socket: plain, host, ca: readFileSync(ca) }, () => {
    secured.write(`${lines.shift()}\r\n`);
  });
  converse(secured, lines, (reply) => {
    process.exitCode = reply.startsWith('235') ? 0 : 1;
    secured.destroy();
  });
});
