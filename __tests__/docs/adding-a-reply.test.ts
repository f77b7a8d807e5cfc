import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { REPLY_CAUSES } from '../../src/model/cause.ts';
import { PROVIDERS } from '../../src/diagnosis/providers/all.ts';
import { BLOCKS, type Block } from './blocks.ts';

const PAGE = 'docs/adding-a-reply.md';

describe('docs/adding-a-reply.md', () => {
  const shown = (language: string): string[] =>
    BLOCKS.filter((block: Block) => block.file === PAGE && block.language === language).map(
      ({ code }) => code,
    );
  const [reply, company] = shown('ts').map((code) => runInNewContext(`(${code})`) as unknown);
  const entry = reply as {
    id: string;
    code: number;
    enhanced: string;
    text: RegExp;
    cause: string;
  };
  const samples = JSON.parse(`{${shown('json').join()}}`) as Record<
    string,
    { host: string; reply: string; sources: string[] }
  >;

  it('shows an entry and a sample that belong together', () => {
    expect(Object.keys(samples)).toEqual([entry.id]);
    const said = samples[entry.id]?.reply ?? '';
    expect(said).toMatch(entry.text);
    expect(said.startsWith(`${entry.code} ${entry.enhanced} `)).toBe(true);
    expect(samples[entry.id]?.sources).toEqual([expect.stringMatching(/^https:/)]);
  });

  it('names folders that hold what it says', () => {
    const named = [...readFileSync(PAGE, 'utf8').matchAll(/`src\/diagnosis\/(\w+)\/`/g)];
    const folders = [...new Set(named.map(([, name = '']) => name))].sort();
    expect(folders).toEqual(['providers', 'replies', 'servers']);
    for (const folder of folders) expect(readdirSync(`src/diagnosis/${folder}`)).not.toEqual([]);
  });

  it('names a cause that there is', () => {
    expect(REPLY_CAUSES).toContain(entry.cause);
  });

  it('shows a company with what each one has, at the host of the sample', () => {
    expect(company).toMatchObject({ hosts: [samples[entry.id]?.host, expect.any(String)] });
    const fields = ['id', 'name', 'hosts', 'starttls', 'implicit'];
    expect(Object.keys(company as object)).toEqual(fields);
    for (const provider of PROVIDERS)
      for (const field of ['id', 'name', 'hosts']) expect(provider).toHaveProperty(field);
  });
});
