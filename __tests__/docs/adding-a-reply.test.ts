import { runInNewContext } from 'node:vm';
import { PROBLEMS } from '../../src/smtp/problem.ts';
import { REFINED_WORDS } from '../../src/diagnosis/refined.ts';
import { BLOCKS, type Block } from './blocks.ts';

const PAGE = 'docs/adding-a-reply.md';

describe('docs/adding-a-reply.md', () => {
  const codeOf = (language: string): string =>
    BLOCKS.find((block: Block) => block.file === PAGE && block.language === language)?.code ?? '';
  const entry = runInNewContext(`(${codeOf('ts')})`) as {
    id: string;
    code: number;
    enhanced: string;
    text: RegExp;
    cause: string;
  };
  const samples = JSON.parse(`{${codeOf('json')}}`) as Record<string, { reply: string }>;

  it('shows an entry and a sample that belong together', () => {
    expect(Object.keys(samples)).toEqual([entry.id]);
    const reply = samples[entry.id]?.reply ?? '';
    expect(reply).toMatch(entry.text);
    expect(reply.startsWith(`${entry.code} ${entry.enhanced} `)).toBe(true);
  });

  it('names a cause that there is', () => {
    expect([...Object.keys(PROBLEMS), ...Object.keys(REFINED_WORDS)]).toContain(entry.cause);
  });
});
