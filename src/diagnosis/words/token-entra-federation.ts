import type { JobIdentity } from '../../model/token-facts.ts';
import { clientIdOf, type TokenRefusal, type TokenRequestFacts } from './token-refusal.ts';

/** Refusals of GitHub's OIDC token: no federated credential of the application is for this job. */

function mismatch(meaning: string, remedy: string): TokenRefusal {
  return {
    cause: 'token-refused',
    explain: (request) => ({
      meaning: `${meaning}${identity(request)}`,
      nextStep: `${remedy}${command(request)}`,
    }),
  };
}

function identity({ token: { job } }: TokenRequestFacts): string {
  if (!job) return '';
  const { subject, issuer, audience } = job;
  return ` This job has the subject "${subject}", the issuer "${issuer}" and the audience "${audience}".${immutableForm(subject)}`;
}

/** Repositories that were created, renamed or transferred since 15 July 2026 (GitHub's changelog of 23 April 2026). */
function immutableForm(subject: string): string {
  return /^repo:[^@:/]{1,100}@\d{1,20}\/[^@:/]{1,200}@\d{1,20}:/.test(subject)
    ? ' It is the newer form with the IDs of owner and repository: a credential with the names alone does not match.'
    : '';
}

/** What can stand inside single quotes in any shell, and inside a string of JSON, and means only itself. */
const PLAIN = /^[\w @:/.+=,%#()~-]{1,300}$/;

/** Branch names may hold what a shell would run, so only plain claims become a command. */
function command(request: TokenRequestFacts): string {
  const { job } = request.token;
  if (!job || ![job.subject, job.issuer, job.audience].every((claim) => PLAIN.test(claim)))
    return '.';
  return `: az ad app federated-credential create --id ${clientIdOf(request)} --parameters '${parameters(job)}'`;
}

function parameters({ subject, issuer, audience }: JobIdentity): string {
  return JSON.stringify({ name: 'smtp-auth-check', issuer, subject, audiences: [audience] });
}

const ADD = 'Add a federated credential with exactly these three values';

const SUBJECT = mismatch(
  'The subject does not match: no federated credential of the application has the subject of this job.',
  ADD,
);

export const FEDERATION_REFUSALS: readonly [number, TokenRefusal][] = [
  [
    70021,
    mismatch(
      'Subject, issuer or audience does not match: no federated credential of the application has all three of this job, letter case included.',
      ADD,
    ),
  ],
  [700213, SUBJECT],
  [7002137, SUBJECT],
  [
    7002138,
    mismatch(
      'The letter case of the subject does not match: a federated credential has this subject in other capitals, and they count.',
      'Correct the letter case in the credential (if it is right already, delete the credential) or add one with exactly these values',
    ),
  ],
  [
    700211,
    mismatch(
      'The issuer does not match: no federated credential of the application trusts the issuer of this job.',
      ADD,
    ),
  ],
  [
    700212,
    mismatch(
      'The audience does not match: no federated credential of the application has the audience of this job.',
      ADD,
    ),
  ],
];
