// Puts your organization and team in place of the placeholders, in every file of the repository but dist/, which names
// neither. Run once, before the first release.
//
// usage: npm run set-owner -- my-organization my-organization/my-team
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** GitHub's names: letters, digits and single hyphens, at most 39 of them. */
const NAME = '[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}';
const PLACEHOLDER_OWNER = 'org';
const PLACEHOLDER_TEAM = 'maintainers';

const [owner = '', team = ''] = process.argv.slice(2);
if (!new RegExp(`^${NAME}$`).test(owner) || !new RegExp(`^${NAME}/[\\w-]{1,100}$`).test(team)) {
  console.error('Usage: npm run set-owner -- my-organization my-organization/my-team');
  process.exit(1);
}

const REPOSITORY = new RegExp(`(?<![\\w.-])${PLACEHOLDER_OWNER}/smtp-auth-check\\b`, 'g');
const CODE_OWNER = new RegExp(`@${PLACEHOLDER_OWNER}/${PLACEHOLDER_TEAM}\\b`, 'g');

const files = execFileSync('git', ['ls-files', '-z', '--', ':!dist'], { encoding: 'utf8' })
  .split('\0')
  .filter((file) => /\.(md|yml|ts|mjs|json)$|CODEOWNERS$/.test(file));
const changed = files.filter((file) => {
  const old = readFileSync(file, 'utf8');
  const text = old.replace(REPOSITORY, `${owner}/smtp-auth-check`).replace(CODE_OWNER, `@${team}`);
  if (text !== old) writeFileSync(file, text);
  return text !== old;
});
console.log(
  `${changed.length} files name ${owner} and @${team} now. Look at them with "git diff".`,
);
