import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A mail server inside this process: one good account, and one whose login is never answered. */
export async function startServer(identity, accounts) {
  const server = new SMTPServer({
    ...identity,
    authMethods: ['LOGIN', 'PLAIN'],
    onAuth({ username, password }, _session, callback) {
      if (username === accounts.stalled.username) return;
      if (username === accounts.good.username && password === accounts.good.password) {
        callback(null, { user: username });
      } else callback(new Error('Invalid username or password'));
    },
  });
  server.on('error', () => {}); // a client that goes away in the middle is part of the demo
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return { port: server.server.address().port, close: () => server.close() };
}
