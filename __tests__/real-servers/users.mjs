// Prints the users in the form that a server reads: those of users.json and, for Dovecot, a fleet of thousands. The passwords go as base64, which no file format can misread.
// usage: node users.mjs dovecot|exim
import { readFileSync } from 'node:fs';

/** fleet.test.ts logs in as each of them. */
const FLEET_USERS = 4000;

const users = JSON.parse(readFileSync(new URL('users.json', import.meta.url), 'utf8'));
const line = {
  dovecot: (username, password) => `${username}:{PLAIN.b64}${password}\n`,
  exim: (username, password) => `${username}: ${password}\n`,
}[process.argv[2]];

if (process.argv[2] === 'dovecot') {
  for (let n = 0; n < FLEET_USERS; n += 1) {
    users.push({ username: `fleet${n}@example.test`, password: `password of fleet${n}` });
  }
}
for (const { username, password } of users) {
  process.stdout.write(line(username, Buffer.from(password, 'utf8').toString('base64')));
}
