// Prints users.json in the form that a server reads. The passwords go as base64, which no file format can misread.
// usage: node users.mjs dovecot|exim
import { readFileSync } from 'node:fs';

const users = JSON.parse(readFileSync(new URL('users.json', import.meta.url), 'utf8'));
const line = {
  dovecot: (username, password) => `${username}:{PLAIN.b64}${password}\n`,
  exim: (username, password) => `${username}: ${password}\n`,
}[process.argv[2]];

for (const { username, password } of users) {
  process.stdout.write(line(username, Buffer.from(password, 'utf8').toString('base64')));
}
