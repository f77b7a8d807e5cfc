// Many accounts with nodemailer: one transport and one verify() each, a fixed number at once.
// Usage: HOST PORT CA PASSWORD COUNT PARALLEL
import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';

const [host, port, ca, pass, count, parallel] = process.argv.slice(2);
const options = {
  host,
  port: Number(port),
  requireTLS: true,
  authMethod: 'LOGIN',
  auth: { user: 'user@example.test', pass },
  tls: { ca: readFileSync(ca) },
};
let left = Number(count);
async function worker() {
  while (left > 0) {
    left -= 1;
    const transport = createTransport(options);
    await transport.verify();
    transport.close();
  }
}
await Promise.all(Array.from({ length: Number(parallel) }, worker));
