// docs/troubleshooting.ja.md: every verdict and cause in Japanese, from scripts/troubleshooting-ja.json. Pure.

const INTRODUCTION = `<!-- Made by "npm run troubleshooting" from scripts/troubleshooting-ja.json. Change the data, not this page. -->

# トラブルシューティング

[English](troubleshooting.md) | 日本語

ログ、アノテーション、ジョブサマリーの表示は英語です。出力 \`cause\`（原因）の値でこのページを検索してください。トークンエンドポイントの応答（\`AADSTS...\`、\`invalid_grant\` など）もこのページにあります。メールサーバーの応答の文面（\`535 5.7.8 ...\` など）は、[英語版](troubleshooting.md#what-servers-say)で検索できます。

同じ応答コードでも、原因は 1 つとは限りません。たとえば 535 は、パスワードの誤りのほかに、アプリパスワードが必要、管理者が SMTP 認証を無効にしている、接続元の IP アドレスが許可されていない、といった場合にも返ります。この検査は文面を読んで区別します。区別できない応答は、区別できないと明示します。

| 英語の表示                            | 意味                       |
| ------------------------------------- | -------------------------- |
| Next step                             | 次にすること               |
| The server said                       | サーバーの応答             |
| Transcript                            | やり取りの記録             |
| was not judged                        | 正否は判定されていない     |
| says nothing about the password       | パスワードの正否とは無関係 |
| Do not change the password            | パスワードを変更しないこと |

- [判定](#判定)
- [原因](#原因)
- [トークンエンドポイントの応答](#トークンエンドポイントの応答)
`;

/** A reply is quoted up to here; the English page has all of it. */
const MAX_QUOTED = 90;

function quote(reply) {
  const plain = reply.replace(/ \[[A-Z0-9]+\.[^\]]*\]$/, '');
  return `\`\` ${plain.length > MAX_QUOTED ? `${plain.slice(0, MAX_QUOTED)}…` : plain} \`\``;
}

function renderText(id, { meaning, nextStep }) {
  return [
    `<a id="${id}"></a>`,
    '',
    `### \`${id}\``,
    '',
    meaning,
    '',
    `**次にすること:** ${nextStep}`,
    '',
  ];
}

/** Verdicts and causes may share a name, and a page has each anchor once. */
const verdictAnchor = (verdict) => `verdict-${verdict}`;

function renderVerdict([verdict, text]) {
  const [, , , ...rest] = renderText(verdict, text);
  return [`<a id="${verdictAnchor(verdict)}"></a>`, '', `### 判定 \`${verdict}\``, ...rest];
}

function renderExamples(cause, families, samples) {
  const rows = families.flatMap(({ name, replies = [] }) =>
    replies.filter((row) => row.cause === cause).map(({ id }) => ({ id, name })),
  );
  if (rows.length === 0) return [];
  const items = rows.map(({ id, name }) => {
    const { reply } = samples.get(id);
    return `- ${name}: [${quote(reply)}](troubleshooting.md#${id})`;
  });
  return ['応答の例（詳細は英語）:', '', ...items, ''];
}

const GRANTS = new Map([
  ['secret', 'クライアントシークレット'],
  ['certificate', 'クライアント証明書'],
  ['github', 'GitHub の OIDC トークン'],
  ['refresh', 'リフレッシュトークンのみ'],
  ['refresh with a secret', 'リフレッシュトークンとクライアントシークレット'],
  ['service account', 'サービスアカウントのキー'],
]);

const OWNERS = new Map([
  ['Microsoft Entra', 'Microsoft Entra'],
  ['Google', 'Google'],
  ['any provider', 'そのほかのプロバイダー'],
]);

/** The anchors are those of the English page, so that a link from a report works in both. */
function renderToken({ id, grant, reply, cause, verdict, anchors, source }, texts) {
  const { meaning, nextStep } = texts[id];
  return [
    ...anchors.map((anchor) => `<a id="${anchor}"></a>`),
    ...(anchors.length > 0 ? [''] : []),
    `#### ${quote(reply)}`,
    '',
    `取得方法: ${GRANTS.get(grant)}。${meaning}メールサーバーには接続していません。`,
    '',
    `**次にすること:** ${nextStep}`,
    '',
    `判定: [\`${verdict}\`](#${verdictAnchor(verdict)}) · 原因: [\`${cause}\`](#${cause}) · [出典](${source})`,
    '',
  ];
}

function renderTokens(refusals, texts) {
  return [...OWNERS].flatMap(([owner, title]) => [
    `### ${title}`,
    '',
    ...refusals.filter(({ by }) => by === owner).flatMap((one) => renderToken(one, texts)),
  ]);
}

/**
 * @param data the Japanese texts by verdict, by cause and by refusal of a token endpoint, the verdict of each cause, the families whose replies are shown
 *   as examples, and the samples of their replies by row
 * @returns the whole page
 */
export function renderJapanese(data) {
  const { verdicts, causes, verdictOf, families, samples, tokens, refusals } = data;
  const sorted = Object.entries(causes).sort(([a], [b]) => a.localeCompare(b, 'en'));
  const lines = [
    INTRODUCTION,
    '## 判定',
    '',
    '出力 `verdict` の値です。',
    '',
    ...Object.entries(verdicts).flatMap(renderVerdict),
    '## 原因',
    '',
    '出力 `cause` の値です。成功したときの値は `none` です。',
    '',
    ...sorted.flatMap(([cause, text]) => [
      ...renderText(cause, text),
      `主な判定: [\`${verdictOf[cause]}\`](#${verdictAnchor(verdictOf[cause])})`,
      '',
      ...renderExamples(cause, families, samples),
    ]),
    '## トークンエンドポイントの応答',
    '',
    'この検査は、メールサーバーに接続する前にアクセストークンを取得します。対処方法は、トークンの取得方法によって異なります。',
    '',
    ...renderTokens(refusals, tokens),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
