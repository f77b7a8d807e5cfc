import { parse } from 'yaml';
import { anchor, type Block, BLOCKS, type Section, sectionsOf } from './blocks.ts';

/** The sections in the Japanese order: Sakura Internet, where the project began, is the first provider there. */
const HEADINGS: readonly [english: string, japanese: string][] = [
  ['smtp-auth-check', 'smtp-auth-check'],
  ['Usage', '使い方'],
  ['Try it', '試してみる'],
  ['Inputs', '入力'],
  ['Ways to log in', 'ログインの方法'],
  ['Outputs', '出力'],
  ['What the verdicts mean', '判定の意味'],
  ['Many accounts', '多数のアカウント'],
  ['On a laptop, and in other CI systems', '手元のパソコンとほかの CI で'],
  ['The same by hand', '同じことを手で確かめる'],
  ['Providers', 'メール事業者ごとの設定'],
  ['Sakura Internet', 'さくらインターネット(さくらのメールボックス、さくらのレンタルサーバ)'],
  ['Microsoft 365 without a stored secret', 'Microsoft 365(シークレットを保存しない)'],
  ['Microsoft 365 with a password, until it ends', 'Microsoft 365(パスワード、終了まで)'],
  ['Gmail and Google Workspace', 'Gmail と Google Workspace'],
  ['Amazon SES', 'Amazon SES'],
  ['SendGrid', 'SendGrid'],
  ['A Postfix of your own', '自前の Postfix'],
  ['Pull requests from forks', 'フォークからのプルリクエスト'],
  ['Security', 'セキュリティ'],
  ['License', 'ライセンス'],
];

const english = sectionsOf('README.md');
const japanese = sectionsOf('README.ja.md');

/** Sakura Internet moved to where the Japanese edition has it; everything else stays. */
function sakuraFirst(sections: readonly Section[]): Section[] {
  const sakura = sections.filter(({ heading }) => heading === 'Sakura Internet');
  const others = sections.filter(({ heading }) => heading !== 'Sakura Internet');
  const providers = others.findIndex(({ heading }) => heading === 'Providers');
  return others.toSpliced(providers + 1, 0, ...sakura);
}

describe('README.ja.md', () => {
  const pairs = sakuraFirst(english).map((section, index) => ({
    english: section,
    japanese: japanese[index] ?? { level: 0, heading: '', text: '' },
  }));

  it('has the sections of README.md on the same levels, the provider of its readers first', () => {
    expect(pairs.map((pair) => [pair.english.heading, pair.japanese.heading])).toEqual(HEADINGS);
    expect(japanese).toHaveLength(english.length);
    expect(pairs.map((pair) => pair.japanese.level)).toEqual(
      pairs.map((pair) => pair.english.level),
    );
  });

  const rows = pairs.map((pair) => [pair.english.heading, pair] as const);

  it.each(rows)('has the rows of the tables in "%s"', (_, pair) => {
    expect(namesIn(pair.japanese.text)).toEqual(namesIn(pair.english.text));
  });

  it.each(rows)('links from "%s" to what the English one links to', (_, pair) => {
    const toEnglish = new Map(
      HEADINGS.map(([one, other]) => [`#${anchor(other)}`, `#${anchor(one)}`]),
    );
    const targets = linksIn(pair.japanese.text).map((target) => toEnglish.get(target) ?? target);
    const others = (list: string[]): string[] => list.filter((target) => !/^README\./.test(target));
    expect(others(targets).sort()).toEqual(others(linksIn(pair.english.text)).sort());
  });

  it('and README.md lead to each other', () => {
    expect(english[0]?.text).toContain('[日本語](README.ja.md)');
    expect(japanese[0]?.text).toContain('[English](README.md)');
  });

  it.each(rows)('names in "%s" each value in code that the English one names', (_, pair) => {
    expect(valuesIn(pair.japanese.text)).toEqual(
      expect.arrayContaining(valuesIn(pair.english.text)),
    );
  });

  it('has the same code, but for comments', () => {
    const own = codeOf('README.ja.md');
    expect(own.length).toBeGreaterThan(10);
    const inOrder = (list: readonly unknown[]): string[] =>
      list.map((code) => JSON.stringify(code)).sort();
    expect(inOrder(own)).toEqual(inOrder(codeOf('README.md')));
  });

  it.each(rows)('has the code of "%s" where the English one has it', (_, pair) => {
    const count = (text: string): number => [...text.matchAll(/^```\w/gm)].length;
    expect(count(pair.japanese.text)).toBe(count(pair.english.text));
  });
});

/** The first two cells of table rows that start with a name in code: an input and its default, an output. */
function namesIn(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').slice(1, 3))
    .map((cells) => cells.map((cell) => cell.trim()).filter((cell) => /^`[^`]+`$/.test(cell)));
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
}

/** What stands between backticks outside of code blocks. */
function valuesIn(text: string): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...new Set([...prose.matchAll(/`([^`]+)`/g)].map(([, value = '']) => value))].sort();
}

/** Blocks of code as what they say: YAML as its content, so that comments may be translated. */
function codeOf(page: string): unknown[] {
  return BLOCKS.filter(({ file }: Block) => file === page).map(({ language, code }) =>
    language === 'yaml' ? (parse(code) as unknown) : code,
  );
}
