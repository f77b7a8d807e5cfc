/**
 * The words in which servers plainly say "this user name, password or token is wrong", in several languages. Proof for
 * `expect: rejected` needs them: a text in which every word is known here and that holds such a phrase. One word that
 * is not in the list (limit, disabled, robot, later) and the text proves nothing.
 */

/**
 * How a text refuses: it plainly calls a part of the credential wrong and says nothing else (`plain`), it says that the
 * login failed and nothing else (`failed`), or it calls a part of the credential wrong among other words (`worded`).
 */
export type Refusal = 'plain' | 'failed' | 'worded';

/** A reply is at most 64 KiB; a refusal stands at its beginning. */
const MAX_TEXT = 2000;

/** @returns undefined when the text does not call a credential wrong */
export function readRefusal(text: string): Refusal | undefined {
  const words = wordsOf(text.slice(0, MAX_TEXT));
  const isPhrase = CREDENTIAL_IS_WRONG.test(words) || TOKEN_IS_WRONG.test(words);
  if (!isPhrase) return LOGIN_FAILED.test(words) && isClosed(words) ? 'failed' : undefined;
  return isClosed(words) ? 'plain' : 'worded';
}

/**
 * What names nothing: host names, addresses, codes, identifiers of one log line. A word could hide in each of them
 * (`[disabled]`, `id-suspended-1`), so each must look like a machine's text: a dot or digit, and no long word.
 */
const MACHINE_TEXT = [
  /\bhttps?:\/\/(?:support\.google\.com\/mail\/\?p=badcredentials|[\w.-]+(?::\d+)?\/?)(?=[\s)\].,]|$)/g, // a link whose path could say more stays
  /\[(?:[\w.:+/-]*[\d.][\w.:+/-]* ?){1,6}\]/g,
  /<[^<>\s]{0,64}[@.][^<>\s]{1,255}>/g,
  /\(#[\w.-]{0,20}\d[\w.-]{0,20}\)/g,
  /[\w.+-]{1,64}@[\w.-]{1,255}/g,
  /\b(?:ugfzc3dvcmq6|vxnlcm5hbwu6|dxnlcm5hbwu6|cgfzc3dvcmq6)(?=\s|$)/g, // "Password:" and "Username:" in Base64
  /\(reason unavailable\)/g, // Postfix, where the login service gave none
  /\b[245]\.\d{1,3}\.\d{1,3}\b/g,
  /\b(?:[\da-z]{1,63}[.-]){1,8}(?:com|net|org|local|de|fr|io|eu|jp|cn|uk|test|example|lan|internal)\b/g,
  /(?<![\w.-])(?=[\w.-]{0,60}\d)(?![\w.-]{0,60}[a-z]{5})[\da-z][\w.-]{7,80}(?![\w-])/g,
  /(?<![\p{L}\d])\d+(?![\p{L}\d])/gu,
];

/** The text in lower case, without machine text, its words apart by single spaces. */
function wordsOf(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase();
  const plain = MACHINE_TEXT.reduce((rest, pattern) => rest.replace(pattern, ' '), lower);
  const words = plain.replace(/[’']/g, ' ').match(/[\p{L}\p{M}\d]+/gu) ?? [];
  return ` ${words.join(' ')} `;
}

/** Joined alternatives that stand as whole words. */
function oneOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|').replaceAll('_', ' ')})`;
}

const NOUN = oneOf(`
  username user_name user userid user_id login login_name logon password passwd passcode pass_word passphrase
  credential credentials authentication_data auth_data username_password api_key api_token smtp_key key secret mailbox account
  authentication_credentials user_credentials login_credentials login_details e_mail_address
  benutzername benutzer passwort kennwort zugangsdaten anmeldedaten benutzerdaten
  utilisateur identifiant identifiants mot_de_passe usuario contraseña contrasena clave credenciales
  utente credenziali usuário senha credenciais gebruikersnaam gebruiker wachtwoord inloggegevens
  användarnamn lösenord brugernavn adgangskode brukernavn passord käyttäjätunnus salasana
  użytkownika hasło hasla hasła jméno heslo felhasználónév jelszó логин пароль имя_пользователя пользователь
  kullanıcı şifre parola`);

const WRONG = oneOf(`
  invalid incorrect wrong bad unknown unrecognized unrecognised mismatch not_accepted not_correct not_valid
  not_recognized not_recognised not_found not_match do_not_match does_not_match don_t_match doesn_t_match not_exist
  does_not_exist doesn_t_exist isn_t_valid is_not_right not_right mismatched
  ungültig ungültige ungültiger ungueltig falsch falsche falscher falsches unbekannt unbekannter nicht_korrekt inkorrekt
  invalide invalides incorrects incorrecte incorrectes erroné erronés erronee inconnu errone
  incorrecto incorrecta incorrectos incorrectas inválido inválida inválidos inválidas invalido invalida no_válido no_válidos no_valido
  errato errata errati errate non_valido non_valida non_validi non_valide non_corretto non_corretti sbagliata sbagliato
  incorreto incorreta incorretos incorretas ongeldig ongeldige onjuist onjuiste verkeerd verkeerde
  fel felaktigt felaktig ogiltigt ogiltig forkert ugyldig feil väärä
  nieprawidłowa nieprawidłowy nieprawidłowe błędna błędny błędne neplatné neplatný nesprávné nesprávný chybné helytelen hibás érvénytelen
  неверный неверные неверное неправильный неправильные неправильное hatalı yanlış geçersiz`);

/** A noun of the credential and a word for wrong, near each other, in either order; or whole phrases where no spaces are written. */
const CREDENTIAL_IS_WRONG = new RegExp(
  [
    ` ${NOUN} (?:[\\p{L}\\p{M}\\d]{1,20} ){0,5}${WRONG} `,
    ` ${WRONG} (?:[\\p{L}\\p{M}\\d]{1,20} ){0,4}${NOUN} `,
    ' no such (?:user|mailbox|account) ',
    ' not loving your login or password ',
    '(?:ユーザー?名?|ユーザid|id|パスワード|アカウント).{0,20}(?:正しくありません|間違っています|違います|誤りがあります|誤っています|正しくない|不正です)',
    '(?:用户名?|帐号|账号|密码|用戶名?|帳號|密碼|使用者名稱).{0,12}(?:错误|不正确|有误|無效|无效|錯誤|不正確|不存在)',
    '(?:사용자|비밀번호|암호|아이디).{0,24}(?:올바르지|잘못|일치하지|틀렸)',
  ].join('|'),
  'u',
);

const TOKEN_IS_WRONG =
  / (?:access |oauth |oauth2 |bearer |oauth bearer )?token (?:is |has |was |been ){0,3}(?:invalid|expired|revoked|not valid|malformed) | (?:invalid|expired|revoked|bad) (?:access |oauth |oauth2 |bearer )?token /u;

const LOGIN_FAILED = new RegExp(
  [
    ` ${oneOf('authentication authentification auth authorization authorisation login logon log_in sign_in sasl_login sasl_plain')} (?:credentials? )?(?:has |have |is |was )?${oneOf('failed failure fail unsuccessful not_successful error rejected invalid')} `,
    ` ${oneOf('failed invalid unsuccessful')} (?:to )?${oneOf('authentication auth login logon authenticate log_in')} `,
    ` ${oneOf('authentifizierung anmeldung')} (?:ist )?(?:fehlgeschlagen|gescheitert) `,
    ' (?:échec|echec) (?:de |d )?(?:l )?authentification ',
    ' authentification (?:a )?(?:échoué|echoue|échouée) ',
    ' (?:error de |fallo de |falló la )?autenticación (?:fallida|incorrecta|errónea) | (?:error|fallo) (?:de|en la) autenticación ',
    ' autenticazione (?:non riuscita|fallita) | (?:falha|erro) (?:na|de) autenticação | autenticação falhou ',
    ' authenticatie (?:mislukt|is mislukt) | autentisering misslyckades | (?:inloggningen|inloggning) misslyckades ',
    ' (?:uwierzytelnianie|logowanie) nie powiodło się | (?:ověření|přihlášení) (?:selhalo|se nezdařilo) ',
    ' ошибка (?:аутентификации|авторизации) | kimlik doğrulama (?:başarısız|hatası) ',
    '認証(?:に)?(?:失敗|エラー)|ログイン(?:に)?失敗',
    '(?:认证|验证|身份验证|登录|登陆|認證|驗證)(?:失败|失敗|错误)',
    '인증(?:에)? ?실패',
  ].join('|'),
  'u',
);

/** Words that say nothing beyond "it is wrong": articles, courtesy, the names of protocol and mechanisms. */
const COMMON = new Set(
  `a an the your you this that these is are was were be been has have had do does did of for to with by on at in or and nor not no
  both either one please check and try again sorry error errors err failed failure fail unsuccessful successful invalid incorrect wrong
  bad unknown unrecognized unrecognised mismatch mismatched accepted correct valid recognized recognised found match exist exists right
  rejected provided supplied given entered specified using such supplied it its as
  username user name userid id login logon log sign password passwd passcode pass word passphrase credential credentials pair combination
  authentication authentification authenticate auth authorization authorisation data details email e mail address mailbox account api key secret token
  access oauth oauth2 bearer smtp esmtp sasl server reply response code status plain cram md5 scram sha xoauth2 xoauth oauthbearer external
  gsmtp more information go see help visit info aka ms http https www don doesn t isn restarting process loving expired revoked
  malformed
  der die das den dem ein eine ihr ihre ihren sie bitte prüfen überprüfen und oder ist sind nicht korrekt stimmt stimmen überein fehler
  benutzername benutzer passwort kennwort zugangsdaten anmeldedaten benutzerdaten ungültig ungültige ungültiger ungueltig falsch falsche falscher falsches
  unbekannt unbekannter inkorrekt anmeldung authentifizierung fehlgeschlagen gescheitert
  le la les l de du des d votre vos nom utilisateur mot passe ou et identifiant identifiants invalide invalides incorrects incorrecte incorrectes
  erroné erronés erronee errone inconnu échec echec échoué echoue échouée erreur a est sont non reconnu veuillez vérifier
  el los las su sus usuario nombre contraseña contrasena clave o y credenciales son es no válido válidos valido incorrecto incorrecta incorrectos
  incorrectas inválido inválida inválidos inválidas invalido invalida autenticación fallida fallo falló errónea en por favor verifique
  il lo i gli nome utente e credenziali sono errato errata errati errate valida validi valide corretto corretti sbagliata sbagliato errore autenticazione riuscita fallita
  usuário senha ou credenciais incorreto incorreta incorretos incorretas falha erro na autenticação falhou do da
  gebruikersnaam gebruiker wachtwoord of en inloggegevens ongeldig ongeldige onjuist onjuiste verkeerd verkeerde authenticatie mislukt fout het zijn
  användarnamn lösenord eller fel felaktigt felaktig ogiltigt ogiltig autentisering misslyckades inloggningen inloggning
  brugernavn adgangskode forkert brukernavn passord ugyldig feil käyttäjätunnus tai salasana väärä og
  nazwa użytkownika lub hasło hasla hasła nieprawidłowa nieprawidłowy nieprawidłowe błędna błędny błędne uwierzytelnianie logowanie nie powiodło się
  uživatelské jméno nebo heslo neplatné neplatný nesprávné nesprávný chybné ověření přihlášení selhalo se nezdařilo
  felhasználónév vagy jelszó helytelen hibás érvénytelen
  неверный неверные неверное неправильный неправильные неправильное логин имя пользователя пользователь или и пароль ошибка аутентификации авторизации
  kullanıcı adı veya şifre parola hatalı yanlış geçersiz kimlik doğrulama başarısız hatası`.split(
    /\s+/,
  ),
);

/** Phrases of languages that write no spaces, longest first; what is left of a text after them must be nothing. */
const UNSPACED =
  /(?:ユーザー?名?|ユーザid|または|もしくは|及び|および|パスワード|アカウント|アドレス|メール|正しくありません|正しくない|間違っています|違います|誤りがあります|誤っています|不正です|認証|に失敗しました|失敗しました|失敗|エラー|ログイン|です|ました|に|が|は|の|を|か|と|用户名?|帐号|账号|密码|用戶名?|帳號|密碼|使用者名稱|或者?|与|和|错误|不正确|有误|无效|無效|錯誤|不正確|不存在|身份|验证|认证|認證|驗證|登录|登陆|失败|사용자|이름|아이디|또는|비밀번호|암호|가|이|는|올바르지|않습니다|잘못되었습니다|잘못|일치하지|틀렸습니다|인증|에|실패|했습니다|하였습니다)/gu;

/** Whether every word is known: the text says nothing but the refusal. */
function isClosed(words: string): boolean {
  return words
    .trim()
    .split(' ')
    .every((word) => COMMON.has(word) || word.replace(UNSPACED, '') === '');
}
