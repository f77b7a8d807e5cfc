/** A text that names a secret and was put where the secret itself belongs. */
export interface Reference {
  /** Continues `is`: such as `a GitHub Actions expression that was not evaluated`. */
  readonly words: string;
  /** True when nobody has such a text as a password. */
  readonly isCertain: boolean;
}

type Row = readonly [pattern: RegExp, words: string, certainty?: 'likely'];

const EXPRESSION = 'a GitHub Actions expression that was not evaluated';
const VARIABLE = 'the name of a variable that was not replaced';
const MANAGER = 'the reference of a secret manager that was not resolved';
const TEMPLATE = 'a template placeholder that was not replaced';
const PATH = 'the path of a file, not its content';

/**
 * The forms, first match wins. Every pattern is anchored or bounded, so that none of them backtracks far. What a real
 * password could look like is only likely: `$SUMMER` may be one, `$(SMTP_PASSWORD)` is not.
 */
const FORMS: readonly Row[] = [
  // GitHub Actions: with braces, and what is left when only the braces are forgotten.
  [/\$\{\{[^{}]{1,300}\}\}/, EXPRESSION],
  [/\$\{\{/, EXPRESSION, 'likely'],
  [/^(?:secrets|vars|env)\.[A-Z_][A-Z0-9_]*$/, EXPRESSION],
  [/^(?:secrets|vars|env)\[['"]\w+['"]\]$/, EXPRESSION],
  [/^(?:steps|needs)\.[\w-]+\.outputs\.[\w-]+$/, EXPRESSION],
  [/^github\.token$/, EXPRESSION],
  [/^(?:secrets|vars|env|inputs)\.[A-Za-z_][\w-]*$/, EXPRESSION, 'likely'],
  // Other CI systems, shells and programming languages.
  [/^\$\([^()\r\n]{1,300}\)$/, VARIABLE],
  [/^\$\[[^[\]\r\n]{1,300}\]$/, VARIABLE],
  [/^\$\{[A-Za-z_][^{}\r\n]{0,300}\}$/, VARIABLE],
  [/^\$env:\w+$/i, VARIABLE],
  [/^%[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+%$/, VARIABLE],
  [/^%env\(\w+\)%$/, VARIABLE],
  [/^(?:process|import\.meta)\.env\.\w+$/, VARIABLE],
  [/^(?:os\.environ|ENV|process\.env)\[['"]\w+['"]\]$/, VARIABLE],
  [/^(?:os\.)?getenv\(['"]\w+['"]\)$/i, VARIABLE],
  [/^credentials\(['"][\w.-]+['"]\)$/, VARIABLE],
  [/^%[A-Za-z_]\w{2,}%$/, VARIABLE, 'likely'],
  [/^\$[A-Z_][A-Z0-9_]{2,}$/, VARIABLE, 'likely'],
  [/^\$[a-z_]*(?:pass|secret|token|smtp|mail)[a-z0-9_]*$/, VARIABLE, 'likely'],
  [/^env:\w+$/i, VARIABLE, 'likely'],
  // Secret managers.
  [
    /^(?:op|bws?|g?sm|aws-?sm|aws-?ssm|ssm|secretsmanager|a[zk]?kv|key-?vault|vault|doppler|infisical|keeper|secrets?|gcp-?secret\w*|ref\+\w+):\/\/\S/i,
    MANAGER,
  ],
  [/^arn:aws[\w-]*:(?:secretsmanager|ssm|kms):/i, MANAGER],
  [/^@Microsoft\.KeyVault\(/i, MANAGER],
  [/^https:\/\/[\w-]+\.(?:managed)?(?:vault|hsm)\.azure\.net\//i, MANAGER],
  [/^projects\/[^/\s]+\/secrets\/\S/, MANAGER],
  [/^(?:vault|op|bws|ssm|key-?vault|secretsmanager):[^\s/]*\/\S/i, MANAGER],
  [/^vault:v\d+:\S/, MANAGER],
  [/^bws:[0-9a-f-]{36}$/i, MANAGER],
  [/^(?:vault|bws|key-?vault|secretsmanager):\S/i, MANAGER, 'likely'],
  [/^ENC\[[^\]]{4,}\]$/, 'the encrypted form of a secret'],
  [/^\$ANSIBLE_VAULT;/, 'the encrypted form of a secret'],
  // Templates.
  [/^\{\{[^{}\r\n]{1,300}\}\}$/, TEMPLATE],
  [/^<%=?[^%\r\n]{1,300}%>$/, TEMPLATE],
  [/^\(\([\w./:-]{1,200}\)\)$/, TEMPLATE],
  [/^#\{[\w.-]{1,200}\}#?$/, TEMPLATE],
  [/^__[A-Z][A-Z0-9_]*__$/, TEMPLATE, 'likely'],
  // Files in which secrets are handed over.
  [/^@?(?:file:\/\/)?\/(?:var\/)?run\/secrets\/\S+$/, PATH, 'likely'],
  [/^file:\/\/\S+$/, PATH, 'likely'],
];

/**
 * Nearly every password, and every plain address. Each form needs one of the characters that the first half leaves out,
 * and none of them is an address. To make all the patterns ready takes a millisecond.
 */
const ORDINARY = /^[^$%([./:_{]*$|^\w[\w.+-]*@\w[\w.-]*$/;

/** @returns what kind of reference a value is; undefined when it looks like none */
export function findReference(value: string): Reference | undefined {
  // A line end behind it is found by another rule, and does not make it less of a reference.
  const text = value.trim().replace(/^(['"`])([^]*)\1$/, '$2');
  if (ORDINARY.test(text)) return undefined;
  const found = FORMS.find(([pattern]) => pattern.test(text));
  return found && { words: found[1], isCertain: found[2] === undefined };
}
