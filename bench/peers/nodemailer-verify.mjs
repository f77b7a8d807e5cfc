import { readFileSync } from 'node:fs';
import { createTransport } from '../.peers/node_modules/nodemailer/dist/esm/nodemailer.js';

const [host, port, ca, authMethod] = process.argv.slice(2);
const transport = createTransport({
  host,
  port: Number(port),
  requireTLS: true,
  authMethod,
  auth: { user: 'user@example.test', pass: 'correct horse' },
  tls: { ca: readFileSync(ca) },
});
await transport.verify();
transport.close();
