// The page that explains a pasted reply, as one HTML file: a form, and every known reply as plain HTML. Pure.
import { createHash } from 'node:crypto';

/** @returns the text with nothing in it that HTML would read */
function html(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The words of a reply without the name of the machine that said them. */
function shorten(reply) {
  return reply.replace(/ \[[A-Z0-9]+\.[^\]]*\]$/, '');
}

function renderRow(row, reply, words) {
  const { meaning, nextStep } = { ...words, ...row };
  return `<details id="${row.id}"><summary><code>${html(shorten(reply))}</code></summary>
<p>${html(meaning)}</p><p><strong>Next step:</strong> ${html(nextStep)}</p><p>Cause: <code>${row.cause}</code></p></details>`;
}

function renderFamily({ name, replies }, { samples, words }) {
  const rows = replies.map((row) =>
    renderRow(row, samples.get(row.id).reply, words.get(row.cause)),
  );
  return rows.length === 0
    ? ''
    : `<section>\n<h3>${html(name)}</h3>\n${rows.join('\n')}\n</section>\n`;
}

function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Nothing may be loaded or sent: only this script and this style run. */
function policy(script, style) {
  return `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
}

function options(pairs) {
  return pairs.map(([value, text]) => `<option value="${value}">${text}</option>`).join('');
}

const STAGES = options([
  ['auth', 'The login (AUTH)'],
  ['greeting', 'The connection (greeting)'],
  ['ehlo', 'EHLO'],
  ['starttls', 'STARTTLS'],
  ['mail', 'The sender (MAIL FROM)'],
  ['rcpt', 'The recipient (RCPT TO)'],
]);

const MECHANISMS = options([
  ['auto', 'A password'],
  ['XOAUTH2', 'An access token (OAuth 2.0)'],
  ['EXTERNAL', 'A client certificate'],
]);

const DESCRIPTION =
  'Paste the reply of your mail server, such as 535 5.7.8 or 535 5.7.139, and read what it means and what to do next.';

/**
 * @param families companies and server software with their replies, in the order to show
 * @param samples a real reply of each row, by its id
 * @param words meaning and next step of each cause
 * @param hosts the names of the servers that are known
 * @param script the program of the page, already bundled
 * @param style its style sheet
 * @param repository the address of the project
 */
export function renderPage({ families, samples, words, hosts, script, style, repository }) {
  const list = families.map((family) => renderFamily(family, { samples, words })).join('');
  const known = hosts.map((name) => `<option value="${name}"></option>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${DESCRIPTION}">
<meta name="referrer" content="no-referrer">
<title>What does this SMTP reply mean?</title>
<style>${style}</style>
</head>
<body>
<header><h1>What does this SMTP reply mean?</h1>
<p>${DESCRIPTION} Nothing leaves your browser: the page is one file, and it may not connect to anything.</p></header>
<main>
<form id="form">
<label for="pasted">The reply, or the error message of your program</label>
<textarea id="pasted" required spellcheck="false" autocomplete="off" placeholder="535 5.7.139 Authentication unsuccessful, …"></textarea>
<div class="fields">
<div><label for="host">Server, if you know it</label><input id="host" list="hosts" autocomplete="off" spellcheck="false" placeholder="smtp.example.com"><datalist id="hosts">${known}</datalist></div>
<div><label for="stage">What was refused</label><select id="stage">${STAGES}</select></div>
<div><label for="mechanism">Login with</label><select id="mechanism">${MECHANISMS}</select></div>
</div>
<button type="submit">Explain</button>
</form>
<div id="answer" role="status" aria-live="polite"></div>
<noscript><p>The form needs JavaScript. The list below does not.</p></noscript>
<h2 id="replies">Every known reply</h2>
${list}</main>
<footer><p>Made from the data of <a href="${repository}">smtp-auth-check</a>, which checks the login itself: one attempt, no mail sent.</p></footer>
<script>${script}</script>
</body>
</html>
`;
}
