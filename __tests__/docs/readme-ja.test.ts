import { parse } from 'yaml';
import { anchor, type Block, BLOCKS, read, sectionsOf } from './blocks.ts';

const HEADINGS: readonly [english: string, japanese: string][] = [
  ['smtp-auth-check', 'smtp-auth-check'],
  ['Contents', '目次'],
  ['Requirements', '動作環境'],
  ['Quick start', 'クイックスタート'],
  ['Try it without an account', 'アカウントなしで試す'],
  ['Inputs', '入力'],
  ['Server and TLS', 'サーバーと TLS'],
  ['Credential', '認証情報'],
  ['Fetching an access token', 'アクセストークンの取得'],
  ['What to check', '検査の内容'],
  ['Lists and reports', 'アカウント一覧とレポート'],
  ['Outputs', '出力'],
  ['Verdicts', '判定'],
  ['Permissions', '権限'],
  ['Many accounts', '複数のアカウント'],
  ['Command line', 'コマンドライン'],
  ['Providers', 'メールサービス別の設定'],
  ['Compared with other tools', 'ほかのツールとの比較'],
  ['Pull requests from forks', 'フォークからのプルリクエスト'],
  ['Versions', 'バージョン'],
  ['Pin to a commit', 'コミットに固定する'],
  ['Security', 'セキュリティ'],
  ['Documentation', 'ドキュメント'],
];

const english = sectionsOf('README.md');
const japanese = sectionsOf('README.ja.md');
const pairs = english.map((section, index) => ({
  english: section,
  japanese: japanese[index] ?? { level: 0, heading: '', text: '' },
}));
const rows = pairs.map((pair) => [pair.english.heading, pair] as const);

describe('README.ja.md', () => {
  it('has the sections of README.md in the same order and on the same levels', () => {
    expect(pairs.map((pair) => [pair.english.heading, pair.japanese.heading])).toEqual(HEADINGS);
    expect(japanese.map(({ level }) => level)).toEqual(english.map(({ level }) => level));
  });

  it.each(rows)('has the rows of the tables in "%s"', (_, pair) => {
    expect(namesIn(pair.japanese.text)).toEqual(namesIn(pair.english.text));
    expect(rowCount(pair.japanese.text)).toBe(rowCount(pair.english.text));
  });

  it.each(rows)('links from "%s" to everything that the English one links to', (_, pair) => {
    expect(linksIn(pair.japanese.text)).toEqual(expect.arrayContaining(linksIn(pair.english.text)));
  });

  it('and README.md link to each other', () => {
    expect(english[0]?.text).toContain('[日本語](README.ja.md)');
    expect(japanese[0]?.text).toContain('[English](README.md)');
  });

  it.each(rows)('names in "%s" each value in code that the English one names', (_, pair) => {
    expect(valuesIn(pair.japanese.text)).toEqual(
      expect.arrayContaining(valuesIn(pair.english.text)),
    );
  });

  it('has the same code, but for comments and the hour of the schedule', () => {
    const own = codeOf('README.ja.md');
    expect(own.length).toBeGreaterThan(4);
    expect(own).toEqual(codeOf('README.md'));
  });

  it('breaks no line inside a paragraph, because a browser would show a space there', () => {
    const prose = read('README.ja.md').replaceAll(/^ *```[\s\S]*?^ *```/gm, '');
    expect(prose.match(/[。、\p{Script=Han}\p{Script=Kana}]\n[^\n|#>\-\d]/gu)).toBeNull();
  });
});

/** 17:00 to 20:00 UTC is night in Japan. */
it.each(['README.ja.md', 'docs/providers.ja.md'])(
  '%s runs its checks at night in Japan',
  (page) => {
    const hours = [...read(page).matchAll(/cron: '\d+ (\d+) \* \* \*'/g)].map(([, hour]) => hour);
    expect(hours).not.toEqual([]);
    for (const hour of hours) expect(['17', '18', '19']).toContain(hour);
  },
);

const rowCount = (text: string): number => [...text.matchAll(/^\|/gm)].length;

/** The first two cells of table rows that start with a name in code: an input and its default, an output. */
function namesIn(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').slice(1, 3))
    .map((cells) => cells.map((cell) => cell.trim()).filter((cell) => /^`[^`]+`$/.test(cell)));
}

/** The targets of links as the English edition has them. The pages of providers have sections of their own. */
function linksIn(text: string): string[] {
  const toEnglish = new Map(
    HEADINGS.map(([one, other]) => [`#${anchor(other)}`, `#${anchor(one)}`]),
  );
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) =>
    (toEnglish.get(target) ?? target)
      .replace('.ja.md', '.md')
      .replace('troubleshooting.md#原因', 'troubleshooting.md#causes')
      .replace(/^(docs\/providers\.md)#.*/, '$1'),
  );
  return [...new Set(links)].filter((target) => target !== 'README.md').sort();
}

/** What stands between backticks outside of code blocks. */
function valuesIn(text: string): string[] {
  const prose = text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '');
  return [...new Set([...prose.matchAll(/`([^`]+)`/g)].map(([, value = '']) => value))].sort();
}

/** Blocks of code as what they say: YAML as its content, so that comments may be translated. */
function codeOf(page: string): unknown[] {
  return BLOCKS.filter(({ file }: Block) => file === page).map(({ language, code }) => {
    const atOneHour = code.replace(/(cron: '\d+) \d+ /, '$1 0 ');
    return language === 'yaml' ? (parse(atOneHour) as unknown) : code;
  });
}
