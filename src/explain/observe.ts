import type { CredentialFacts, MechanismChoice } from '../model/account.ts';
import type { SmtpCommand } from '../model/failure.ts';
import type { Observation } from '../model/observation.ts';
import type { Reply } from '../model/reply.ts';
import { type Subject } from '../model/subject.ts';
import type { TokenFailure } from '../model/token-facts.ts';
import type { Stage } from '../model/verdict.ts';
import type { Redacted } from '../safety/redact.ts';
import { refusal } from '../token/endpoint-reply.ts';
import type { Moment, Setting } from './setting.ts';

interface Place {
  readonly stage: Stage;
  readonly command?: SmtpCommand;
}

const PLACES: Readonly<Record<Moment, Place>> = {
  greeting: { stage: 'greeting' },
  ehlo: { stage: 'ehlo', command: 'EHLO' },
  starttls: { stage: 'starttls', command: 'STARTTLS' },
  auth: { stage: 'auth', command: 'AUTH' },
  mail: { stage: 'mail', command: 'MAIL' },
  rcpt: { stage: 'mail', command: 'RCPT' },
};

/** Words that the person who reads them has pasted: nothing in them is secret to that person. */
function shown(text: string): Redacted {
  return text as Redacted;
}

/** The observation that a check would have made of this reply. */
export function observeReply(reply: Reply, setting: Setting): Observation {
  const { moment, mechanism } = setting;
  const { stage, command } = PLACES[moment];
  const isAfterLogin = stage === 'auth' || stage === 'mail';
  return {
    ...nothingElse(setting, credentialOf(mechanism)),
    failure: { problem: 'refused', ...(command !== undefined && { command }) },
    stage,
    reply: { ...reply, lines: reply.lines.map(shown) },
    ...(mechanism !== 'auto' && { mechanism }),
    authSent: isAfterLogin,
    credentialSent: isAfterLogin,
  };
}

function nothingElse(setting: Setting, credential: CredentialFacts): Observation {
  const { host, mechanism } = setting;
  const account: Subject = {
    ...{ host, port: 0, username: '', tlsMode: 'starttls', mechanism, credential },
    ...{ certificateWarnDays: 0, certificateFailDays: 0, expect: 'accepted', failOn: [] },
  };
  return {
    account,
    offered: [],
    authSent: false,
    credentialSent: false,
    stages: [],
    durationMs: 0,
    transcript: [],
  };
}

function credentialOf(mechanism: MechanismChoice): CredentialFacts {
  if (mechanism === 'EXTERNAL') return { kind: 'client-certificate', isAscii: true };
  const isToken = mechanism === 'XOAUTH2' || mechanism === 'OAUTHBEARER';
  return { kind: isToken ? 'access-token' : 'password', isAscii: true };
}

/** The observation that a check would have made of this answer of a token endpoint. */
export function observeTokenAnswer(text: string, setting: Setting): Observation {
  const body = bodyOf(text);
  const asked = { party: 'endpoint', host: '', endpointFrom: 'tenant-id' } as const;
  const { problem, code = '', detail = '', token } = refusal(answer(body), asked);
  const facts = token as TokenFailure<Redacted> | undefined; // pasted, as in `shown`
  return {
    ...nothingElse(setting, wayToToken(body)),
    failure: {
      ...{ problem, code, detail: shown(detail) },
      ...(facts && { token: facts }),
    },
    stage: 'token',
  };
}

/** RFC 6749 section 5.2: errors come with the status 400. */
function answer(body: string): Parameters<typeof refusal>[0] {
  return { status: 400, headers: {}, body };
}

/** An error of OAuth that stands before a sentence or around it. */
const OAUTH_ERROR =
  /\b(invalid_(?:client|grant|request|scope|resource)|unauthorized_client|access_denied|(?:consent|interaction|login)_required|unsupported_grant_type|temporarily_unavailable|server_error)\b/;

/** A sentence without its JSON gets one again. Entra's number says more than the error, which may be missing. */
function bodyOf(text: string): string {
  if (text.trimStart().startsWith('{')) return text;
  const error = OAUTH_ERROR.exec(text)?.[1] ?? 'unknown_error';
  const said = text.slice(Math.max(0, text.search(/\bAADSTS\d/)));
  return JSON.stringify({ error, error_description: said.replaceAll(/\s+/g, ' ').trim() });
}

/** How the token was probably asked for; advice depends on it. */
function wayToToken(body: string): CredentialFacts {
  const kind = 'token-request';
  if (/\b(?:JWT|assertion)\b/i.test(body) && !body.includes('AADSTS')) {
    return { kind, grant: 'service-account', isAscii: true };
  }
  const isUsers = /invalid_grant|_required\b|refresh/.test(body);
  return isUsers
    ? { kind, grant: 'refresh-token', proof: 'secret', isAscii: true }
    : { kind, grant: 'client-credentials', proof: 'secret', isAscii: true };
}
