import type { InputWarning } from '../model/diagnosis.ts';
import { providersOf } from './providers/all.ts';

/** What is looked at before anything is sent. */
export interface Credential {
  readonly host: string;
  readonly username: string;
  readonly password?: string;
  readonly accessToken?: string;
}

export type CredentialInput = 'username' | 'password' | 'access-token';

const SENT_AS_IS = 'It is sent exactly as it is';

interface Rule {
  readonly finds: (value: string) => boolean;
  readonly message: string;
}

/** What a credential holds by accident, mostly from pasting. In this order; the first one found is told. */
const RULES: readonly Rule[] = [
  {
    finds: (value) => value.includes('${{'),
    message:
      'holds the text "${{": a GitHub expression that was not evaluated. Write it outside of single quotes in the workflow, and not into the secret itself',
  },
  {
    finds: (value) => value.startsWith('\uFEFF'),
    message: `begins with an invisible byte order mark, which some editors put into files. ${SENT_AS_IS}; store the secret again without it`,
  },
  {
    finds: (value) => /[\r\n]/.test(value),
    message: `holds a line break, mostly from a file or from "echo". ${SENT_AS_IS}; store the secret again without it (printf instead of echo)`,
  },
  {
    finds: (value) => /^[^\S\u00a0]|[^\S\u00a0]$/.test(value),
    message: `begins or ends with a blank. ${SENT_AS_IS}; if the blank is no part of it, store it again without`,
  },
  {
    finds: (value) => /[\u00a0\u2000-\u200d\u202f\u205f\u2060\u3000]/.test(value),
    message: `holds a blank that is not an ordinary one, mostly from copying a web page. ${SENT_AS_IS}; type it again by hand`,
  },
  {
    finds: (value) => value.length > 1 && /^(["'`]).*\1$/s.test(value),
    message: `stands in quotation marks. ${SENT_AS_IS}, marks included; store it without them`,
  },
  {
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    finds: (value) => /[\u0000-\u001f\u007f]/.test(value),
    message: `holds a control character. ${SENT_AS_IS}; store it again`,
  },
  {
    finds: (value) => value !== value.normalize('NFC'),
    message: `holds letters whose accents are separate characters (not NFC), as macOS writes them. ${SENT_AS_IS}; many servers take it for another password. Type it again`,
  },
];

/**
 * Looks for what makes a credential fail without being wrong: offline, before connecting, never repaired.
 * No message holds any part of a secret, nor its length.
 */
export function checkHygiene(credential: Credential): InputWarning[] {
  const { username, password = '', accessToken = '' } = credential;
  const given = { username, password, 'access-token': accessToken };
  return (Object.keys(given) as CredentialInput[]).flatMap((input) => {
    const value = given[input];
    if (value === '') return []; // not given, or told as an error elsewhere
    const rule = RULES.find(({ finds }) => finds(value));
    if (rule) return [warn(input, rule.message)];
    return shapeWarnings(credential.host, input, value);
  });
}

/** One warning is enough: the rules of a provider go from the telling one to the general one. */
function shapeWarnings(host: string, input: CredentialInput, value: string): InputWarning[] {
  const shapes = providersOf(host).flatMap(({ shapes = [] }) => shapes);
  const broken = shapes.find(
    (shape) =>
      shape.input === input &&
      (shape.shouldNot?.test(value) === true || shape.should?.test(value) === false),
  );
  return broken ? [warn(input, broken.message)] : [];
}

function warn(input: CredentialInput, message: string): InputWarning {
  return { input, message: `The input "${input}" ${message}.` };
}
