// One check with nodemailer. Usage: HOST PORT CA PASSWORD MECHANISM
import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';

const [host, port, ca, pass, authMethod] = process.argv.slice(2);
const transport = createTransport({
  host,
  port: Number(port),
  requireTLS: true,
  authMethod,
  auth: { user: 'user@example.test', pass },
  tls: { ca: readFileSync(ca) },
});
await transport.verify();
transport.close();
