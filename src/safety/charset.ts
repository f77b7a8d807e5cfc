import { isUtf8 } from 'node:buffer';

/**
 * Decodes the lines of one reply. SMTP wants ASCII or UTF-8 (RFC 6531); servers in Asia and older ones in Europe
 * answer in their own charset and do not name it, so it is recognised by what the text then consists of.
 * Detectors by statistics (npm chardet) need more text than a refusal has.
 */
export function decodeLines(lines: readonly Buffer[]): string[] {
  const [only = Buffer.alloc(0), ...others] = lines;
  const all = others.length === 0 ? only : Buffer.concat(lines);
  if (all.includes(ESCAPE) && ISO_2022_JP.test(all.toString('latin1')))
    return decodeAll(lines, 'iso-2022-jp');
  if (isUtf8(all)) return lines.map((line) => line.toString('utf8'));
  return decodeAll(lines, recognise(all));
}

/** Decodes one text in the same way. */
export function decodeText(bytes: Buffer): string {
  return decodeLines([bytes]).join('');
}

/**
 * How `text` looks to a reader whose program takes its UTF-8 bytes for another charset, once for each charset.
 * A secret that a server repeats in the middle of such a reply looks like this.
 */
export function misread(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  return charsets().map((charset) => decodeAs(bytes, charset.label));
}

const ESCAPE = 0x1b;
/** Escape sequences to JIS X 0208 and JIS X 0201 (RFC 1468). */
// eslint-disable-next-line no-control-regex -- the escape character is what they begin with
const ISO_2022_JP = /\x1b(?:\$[@B]|\([IJ])/;

/** A charset, and the characters that a reply in it mainly consists of, beside ASCII. */
interface Charset {
  readonly label: string;
  readonly usual: RegExp;
}

/**
 * Characters of the words in which servers refuse: user, name, password, authentication, failure, limit, address,
 * sending, later … Few of them turn up where bytes of another charset are decoded by mistake.
 */
const SIMPLIFIED =
  '用户名称密码口令错误登录陆入认证验失败请检查授权无限服务器系统繁忙稍后再试账号帐被锁定发送频率过高多次数邮箱件地址拒绝连接超时不正确安全开启闭关该您的是在中已未能可以使客端设置详情看联管理员支持操作量太今日天一个人有和为或与到了将此其他网络信息代理协议存停禁止允许冻结欠费实名';
const TRADITIONAL =
  '使用者名稱帳號密碼錯誤登入驗證認失敗請檢查授權無限服務器伺系統忙碌稍後再試被鎖定發送寄過高多次數郵箱件信地址拒絕連線接超時逾不正確安全開啟關閉該您的是在中已未能可以客戶端設定詳情看聯絡管理員支援操作量太今日天一個人有和為或與到了將此其他網路停止禁允許';
const KANJI =
  '認証失敗間違接続送信受数上限超拒否確利用者名無効再度設定不正管理許可制限待入力宛先存在通中時登録禁止停解除契約期切有変更必要一回日分後名前';
const HANGUL =
  '사용자이름아디비밀번호인증실패오류로그하세요습니다올바르지않은는을를가의에서과와메일서버접속차단제한초시도후다해주확잘못된되었없있수설정계잠겼보안발송량거부관리허권필입력중전등스팸한외프램기간만료변경';

/** In the order in which an equal score is decided. Made when the first text needs it: nearly all are UTF-8. */
function charsets(): readonly Charset[] {
  return (known ??= listCharsets());
}

let known: readonly Charset[] | undefined;

function listCharsets(): Charset[] {
  const oneOf = (characters: string): RegExp => new RegExp(`[${characters}]`, 'gu');
  // Whole words, with capitals only at their beginning or throughout.
  const cyrillic = /(?<!\p{L})(?:[А-ЯЁа-яё][а-яё]+|[А-ЯЁ]{2,})(?!\p{L})/gu;
  // Beside other letters, since the words are mostly ASCII.
  const latin = /(?<=[A-Za-z])[À-ÿŠŒŽšœžŸ’]|[À-ÿŠŒŽšœžŸ’](?=[A-Za-z])|[¡¿«»“”„–…]/gu;
  return [
    { label: 'utf-8', usual: /[^\p{ASCII}\uFFFD]/gu },
    { label: 'windows-1252', usual: latin },
    { label: 'shift_jis', usual: oneOf(`ぁ-んァ-ヶー、。・「」${KANJI}`) },
    { label: 'euc-jp', usual: oneOf(`ぁ-んァ-ヶー、。・「」${KANJI}`) },
    { label: 'gb18030', usual: oneOf(`，。！：；（）、${SIMPLIFIED}`) },
    { label: 'big5', usual: oneOf(`，。！：；（）、${TRADITIONAL}`) },
    { label: 'euc-kr', usual: oneOf(HANGUL) },
    { label: 'windows-1251', usual: cyrillic },
    { label: 'koi8-r', usual: cyrillic },
  ];
}

/** A longer reply is recognised by its beginning. */
const SAMPLE_BYTES = 4096;

/** The charset in which the largest part of the text is made of its usual characters. */
function recognise(bytes: Buffer): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const all = charsets();
  const scores = all.map((charset) => score(decodeAs(sample, charset.label), charset.usual));
  const best = Math.max(...scores);
  return best > 0 ? (all[scores.indexOf(best)]?.label ?? FALLBACK) : FALLBACK;
}

/** Every byte has a character in it, so the words in ASCII and many of the letters stay readable. */
const FALLBACK = 'windows-1252';

/** The share of the characters outside ASCII that are usual; each one that cannot be decoded counts against it. */
function score(text: string, usual: RegExp): number {
  const foreign = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  const familiar = text.match(usual)?.join('').length ?? 0;
  return (familiar - 2 * lost) / Math.max(foreign, 1);
}

function decodeAll(lines: readonly Buffer[], label: string): string[] {
  return lines.map((line) => decodeAs(line, label));
}

function decodeAs(bytes: Buffer, label: string): string {
  if (label === 'windows-1252') return decodeWestern(bytes);
  try {
    return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeWestern(bytes); // a Node.js that was built without this charset
  }
}

/** What windows-1252 has in place of the control characters of Latin-1. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** TextDecoder does not know these characters before Node 23. */
function decodeWestern(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (c) => WESTERN[c.charCodeAt(0) - 0x80] ?? c);
}
