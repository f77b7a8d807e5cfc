import { parse } from 'yaml';
import { providersOf } from '../../src/diagnosis/known-hosts.ts';
import { type Block, named, sectionsOf, stepsIn, YAML_BLOCKS } from './blocks.ts';

const PAGES = ['docs/providers.md', 'docs/providers.ja.md'];
const blocks = YAML_BLOCKS.filter(({ file }) => PAGES.includes(file));

interface Inputs {
  readonly host: string;
  readonly port?: number;
}
const inputsOf = ({ code }: Block): Inputs => {
  const [step] = stepsIn(parse(code)).filter(({ uses }) => uses?.includes('/smtp-auth-check'));
  return step?.with as unknown as Inputs;
};

describe('the workflow for a provider', () => {
  const hosted = blocks.filter((block) => !inputsOf(block).host.endsWith('.example.com'));

  it('is there for each page', () => {
    for (const page of PAGES)
      expect(hosted.filter(({ file }) => file === page).length).toBeGreaterThan(8);
  });

  it.each(named(hosted))('%s uses a host and port of that provider', (_, block) => {
    const { host, port = 587 } = inputsOf(block);
    const [provider] = providersOf(host);
    expect([host, provider]).toEqual([host, expect.anything()]);
    // The action takes 465 as implicit TLS and every other port of the examples as STARTTLS.
    const ports = port === 465 ? provider?.implicit : provider?.starttls;
    expect(ports).toContain(port);
  });
});

it.each(PAGES)('%s lists its sections at the top, in their order', (page) => {
  const sections = sectionsOf(page);
  const listed = [...(sections[0]?.text ?? '').matchAll(/^- \[([^\]]+)\]\(#/gm)];
  const headings = sections.filter(({ level }) => level === 2).map(({ heading }) => heading);
  expect(listed.map(([, heading]) => heading)).toEqual(headings);
});
