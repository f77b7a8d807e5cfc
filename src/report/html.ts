/**
 * The few HTML elements of the job summary. GitHub reads Markdown between HTML blocks but not inside
 * them (CommonMark section 4.6), so nothing here contains a blank line. Letters are left as they are:
 * the runner masks secrets such as a user name in the summary only where they stand unescaped.
 */

/** Escapes a text for an element's content. */
export function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A text from outside: in `code` GitHub links no mention, issue or address in it. */
export function code(text: string): string {
  return `<code>${html(text)}</code>`;
}

/** Our own sentences about values that somebody wrote: what stands in quotation marks is marked as theirs. */
export function prose(text: string): string {
  const parts = text.split(/("(?:[^"\\]|\\.)*")/);
  return parts
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : html(part)))
    .join('');
}

export function heading(text: string): string {
  return `<h2>${html(text)}</h2>`;
}

export function subheading(text: string): string {
  return `<h3>${html(text)}</h3>`;
}

/** @param content HTML */
export function paragraph(content: string): string {
  return `<p>${content}</p>`;
}

/**
 * @param rows cells of HTML
 * @param header column titles; without them the first cell of each row is its title
 */
export function table(rows: readonly (readonly string[])[], header?: readonly string[]): string {
  const head = header ? [tableRow(header, 'th')] : [];
  const body = rows.map((cells) => {
    const [title = '', ...rest] = cells;
    return header
      ? tableRow(cells, 'td')
      : `<tr><th align="left">${title}</th>${cellsOf(rest, 'td')}</tr>`;
  });
  return ['<table>', ...head, ...body, '</table>'].join('\n');
}

/** @param cells HTML */
export function tableRow(cells: readonly string[], element: 'td' | 'th'): string {
  return `<tr>${cellsOf(cells, element)}</tr>`;
}

function cellsOf(cells: readonly string[], element: 'td' | 'th'): string {
  return cells.map((cell) => `<${element}>${cell}</${element}>`).join('');
}

export function preformatted(text: string): string {
  return `<pre>${html(text)}</pre>`;
}

/** @param content HTML */
export function details(title: string, content: string): string {
  return `<details><summary>${html(title)}</summary>${content}</details>`;
}

/**
 * The same around Markdown, which GitHub reads between blank lines only.
 *
 * @param lines Markdown of our own
 */
export function markdownDetails(
  title: string,
  lines: readonly string[],
  isOpen: boolean,
): string[] {
  const tag = isOpen ? '<details open>' : '<details>';
  return [`${tag}<summary>${html(title)}</summary>`, '', ...lines, '', '</details>'];
}

/** @param address absolute, our own */
export function link(address: string, text: string): string {
  return `<a href="${html(address)}">${html(text)}</a>`;
}
