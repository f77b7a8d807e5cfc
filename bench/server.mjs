// A submission server for measurements: it answers at once and checks one password. It knows just enough SMTP
// for the contestants, and its cost is the same for all of them.
// Usage: server.mjs HOST CERTIFICATE KEY; prints its STARTTLS port.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

const [host, certificate, key] = process.argv.slice(2);
const secureContext = createSecureContext({
  cert: readFileSync(certificate),
  key: readFileSync(key),
});
const PASSWORD = Buffer.from('correct horse').toString('base64');
const PLAIN = Buffer.from('\0user@example.test\0correct horse').toString('base64');
const EHLO = '250-bench\r\n250-PIPELINING\r\n250 STARTTLS\r\n';
const EHLO_TLS = '250-bench\r\n250-PIPELINING\r\n250-AUTH LOGIN PLAIN\r\n250 8BITMIME\r\n';

function serve(socket, secure) {
  let state = 'command';
  let rest = '';
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      answer(line);
    }
  });

  function answer(line) {
    if (state === 'user') {
      state = 'password';
      return socket.write('334 UGFzc3dvcmQ6\r\n');
    }
    if (state === 'password') {
      state = 'command';
      return socket.write(line === PASSWORD ? '235 2.7.0 ok\r\n' : '535 5.7.8 no\r\n');
    }
    const verb = line.toUpperCase();
    if (verb.startsWith('EHLO')) return socket.write(secure ? EHLO_TLS : EHLO);
    if (verb === 'STARTTLS') return startTls();
    if (verb === 'AUTH LOGIN') {
      state = 'user';
      return socket.write('334 VXNlcm5hbWU6\r\n');
    }
    if (verb.startsWith('AUTH PLAIN ')) {
      return socket.write(line.slice(11) === PLAIN ? '235 2.7.0 ok\r\n' : '535 5.7.8 no\r\n');
    }
    if (verb === 'QUIT') return socket.end('221 bye\r\n');
    return socket.write('250 ok\r\n');
  }

  function startTls() {
    socket.write('220 go\r\n');
    socket.removeAllListeners('data');
    const secured = new TLSSocket(socket, { isServer: true, secureContext });
    serve(secured, true);
  }
}

const server = createServer({ noDelay: true }, (socket) => {
  socket.write('220 bench ESMTP\r\n');
  serve(socket, false);
});
server.listen(0, host, 4096, () => console.log(server.address().port));
