import { action, cli, curl, nothing, peer, swaks } from '../contestants.mjs';
import { interleave } from '../measure.mjs';
import { ratioTable } from '../table.mjs';

/** One LOGIN check, the whole process. */
export async function single(stage, rounds) {
  const results = await interleave(
    {
      '`node -e 0`': () => nothing(stage),
      'bare node:tls, no checks': () => peer(stage, 'bare-tls.mjs'),
      CLI: () => cli(stage),
      'Action with all its reports': () => action(stage, {}),
      'nodemailer `verify()`': () => peer(stage, 'nodemailer-verify.mjs', 'LOGIN'),
      swaks: () => swaks(stage, 'LOGIN'),
      curl: () => curl(stage, 'LOGIN'),
    },
    rounds,
  );
  return ratioTable('One LOGIN check on loopback, the whole process', results, '`node -e 0`');
}
