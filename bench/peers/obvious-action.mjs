// What most would write: the toolkit's core, nodemailer, verify(), outputs and a summary. run.sh bundles it with ncc.
import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { createTransport } from 'nodemailer';

const pass = core.getInput('password');
core.setSecret(pass);
const transport = createTransport({
  host: core.getInput('host'),
  port: Number(core.getInput('port')),
  requireTLS: true,
  authMethod: core.getInput('mechanism'),
  auth: { user: core.getInput('username'), pass },
  tls: { ca: readFileSync(core.getInput('tls-ca')) },
});
try {
  await transport.verify();
  core.setOutput('verdict', 'accepted');
  await core.summary.addRaw('The login was accepted.').write();
} catch (error) {
  core.setFailed(error.message);
}
transport.close();
