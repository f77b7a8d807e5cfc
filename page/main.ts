import { explainPasted, type Explained } from '../src/explain/answer.ts';
import { MOMENTS, type Setting } from '../src/explain/setting.ts';
import { ValueError } from '../src/inputs/reader.ts';
import { MECHANISMS } from '../src/model/account.ts';
import { wordResult } from '../src/report/wording.ts';

/** The page: explains what is pasted, in the browser. Nothing is sent, and nothing is kept. */

function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`the page has no #${id}`);
}

const form = find('form', HTMLFormElement);
const pasted = find('pasted', HTMLTextAreaElement);
const host = find('host', HTMLInputElement);
const stage = find('stage', HTMLSelectElement);
const mechanism = find('mechanism', HTMLSelectElement);
const answer = find('answer', HTMLElement);

function readSetting(): Setting {
  return {
    host: host.value.trim().toLowerCase(),
    moment: MOMENTS.find((moment) => moment === stage.value) ?? 'auth',
    mechanism: MECHANISMS.find((name) => name === mechanism.value) ?? 'auto',
  };
}

/** An element with text in it; texts are never read as HTML. */
function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function show({ result, guess }: Explained): void {
  const words = wordResult(result);
  const rows: [string, string][] = [
    [result.reply ? 'The server said' : 'The endpoint said', words.serverSaid],
    ['Verdict', `${result.diagnosis.verdict}, cause ${words.cause}`],
    ['What it means', words.meaning],
    ['Next step', words.nextStep],
  ];
  if (guess) {
    rows.push([
      'Assumed',
      `${guess.name} (${guess.host}), whose words these are. If it is another server, fill in its name.`,
    ]);
  }
  const list = document.createElement('dl');
  for (const [label, text] of rows) list.append(element('dt', label), element('dd', text));
  const more = element('a', 'This reply in the list');
  more.setAttribute('href', `#${result.diagnosis.anchor}`);
  const isListed = document.getElementById(result.diagnosis.anchor) !== null;
  answer.replaceChildren(element('h2', words.title), list, ...(isListed ? [more] : []));
}

function refuse(error: ValueError): void {
  const why = typeof error.predicate === 'string' ? error.predicate : 'is empty';
  answer.replaceChildren(element('p', `The text ${why}.`));
}

async function explain(): Promise<void> {
  try {
    show(await explainPasted(pasted.value, readSetting()));
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    refuse(error);
  }
}

/** What a link leads to is folded. */
function unfold(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  target?.closest('details')?.setAttribute('open', '');
  target?.scrollIntoView();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void explain();
});
window.addEventListener('hashchange', unfold);
unfold();
