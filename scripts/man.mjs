// Writes the man page of the command line program, from the data of --help: lib/smtp-auth-check.1, or the given path.
// `npm run pack` puts it into the npm package.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import './typescript.mjs';

const { ENVIRONMENT, EXAMPLES, EXIT_STATUS, EXPLAIN_GROUP, GROUPS, PURPOSE, USAGE } =
  await import('../src/cli/manual.ts');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** roff reads a backslash, a hyphen and a dot or quote at the start of a line as its own. */
const roff = (text) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');

const item = (title, text) => ['.TP', `.B ${roff(title)}`, roff(text)];

const flag = ({ name, value, help, standard }) =>
  item(
    `--${name}${value === '' ? '' : ` ${value}`}`,
    standard === '' ? help : `${help} (default ${standard})`,
  );

const page = [
  `.TH SMTP\\-AUTH\\-CHECK 1 "" "smtp\\-auth\\-check ${version}"`,
  '.SH NAME',
  `smtp\\-auth\\-check \\- ${roff(PURPOSE.charAt(0).toLowerCase() + PURPOSE.slice(1, -1))}`,
  '.SH SYNOPSIS',
  ...USAGE.flatMap((form) => [roff(form), '.br']),
  '.SH OPTIONS',
  ...[...GROUPS, EXPLAIN_GROUP].flatMap(({ title, flags, note }) => [
    `.SS ${roff(title)}`,
    ...flags.flatMap(flag),
    ...(note === '' ? [] : ['.PP', roff(note)]),
  ]),
  '.SH EXIT STATUS',
  ...EXIT_STATUS.flatMap(([status, text]) => item(status, text)),
  '.SH ENVIRONMENT',
  ...ENVIRONMENT.flatMap(([name, text]) => item(name, text)),
  '.SH EXAMPLES',
  ...EXAMPLES.flatMap(([what, command]) => [
    '.PP',
    `${roff(what)}:`,
    '.PP',
    '.nf',
    roff(command),
    '.fi',
  ]),
];

const [path = 'lib/smtp-auth-check.1'] = process.argv.slice(2);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, `${page.join('\n')}\n`);
