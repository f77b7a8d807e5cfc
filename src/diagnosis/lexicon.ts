/**
 * The words and phrases in which servers say that a user name, password or token is wrong, by what they do in such a
 * sentence. One line for each language, phrases apart by commas. Only words that can mean nothing else belong here: a
 * word that is missing makes a reply prove nothing, a word too many lets a living credential pass for a dead one.
 */

/**
 * What a word does. Nouns: `n` a part of the credential, `k` a key or token, `w` an account or address, `l` a login, which
 * is a noun and an act, `a` the act of authentication. Verdicts: `b` wrong, `x` unknown, `r` rejected, `e` expired,
 * `f` failed. The rest: `j` joins, `p` is polite.
 */
export type WordClass = 'n' | 'k' | 'w' | 'l' | 'a' | 'b' | 'x' | 'r' | 'e' | 'f' | 'j' | 'p';

const PHRASES: Readonly<Record<WordClass, readonly string[]>> = {
  n: [
    'username, user name, usernames, user, userid, user id, password, passwords, passwd, passcode, pass word, passphrase, pass, credential, credentials',
    'login name, login id, login credentials, login details, login data, logon name, user credentials, user password, authentication credentials, authentication data, authentication details, auth credentials, auth data, smtp credentials',
    'benutzername, benutzer, benutzerkennung, kennung, passwort, kennwort, zugangsdaten, anmeldedaten, benutzerdaten, logindaten',
    'nom d utilisateur, nom utilisateur, utilisateur, identifiant, identifiants, mot de passe, mots de passe',
    'usuario, nombre de usuario, contraseña, contrasena, clave, credenciales',
    'utente, nome utente, credenziali, usuário, nome de usuário, utilizador, nome de utilizador, senha, palavra passe, credenciais',
    'gebruikersnaam, gebruiker, wachtwoord, inloggegevens, inlognaam',
    'användarnamn, användarnamnet, användare, lösenord, lösenordet, brugernavn, bruger, adgangskode, kodeord, brukernavn, bruker, passord, käyttäjätunnus, salasana',
    'nazwa użytkownika, użytkownik, hasło, hasla, uživatelské jméno, uživatel, heslo, přihlašovací údaje, felhasználónév, felhasználó, jelszó',
    'логин, пароль, имя пользователя, пользователь, учетные данные, учётные данные, логін',
    'kullanıcı adı, kullanıcı, kullanici adi, kullanici, şifre, sifre, parola',
    'ユーザー名, ユーザ名, ユーザー, ユーザーid, ユーザid, id, パスワード, 用户名, 用户, 密码, 口令, 用戶名, 用戶, 使用者名稱, 使用者, 密碼, 사용자, 이름, 아이디, 비밀번호, 암호',
  ],
  k: [
    'token, access token, oauth token, oauth2 token, bearer token, api key, api token, apikey, smtp key, key, secret, secret key, access key, client secret, authorization grant, grant',
  ],
  w: [
    'account, user account, mailbox, e mail address, email address, e mail, email, address',
    'konto, postfach, e mail adresse, mailadresse, adresse, compte, cuenta, correo, casella, indirizzo, conta, e mailadres, ящик',
    'アカウント, メールアドレス, アドレス, 帐号, 账号, 账户, 帳號, 邮箱, 계정',
  ],
  l: ['login, logon, sign in, signin, log in, log on'],
  a: [
    'authentication, authentification, auth, authorization, authorisation',
    'anmeldung, authentifizierung, authentisierung, autenticación, autentificación, autenticacion, inicio de sesión, autenticazione, autenticação, autenticacao',
    'authenticatie, aanmelding, inloggen, autentisering, inloggning, inloggningen, pålogging, innlogging, kirjautuminen, todennus',
    'uwierzytelnianie, uwierzytelniania, logowanie, ověření, přihlášení, hitelesítés, bejelentkezés, аутентификация, аутентификации, авторизация, авторизации, kimlik doğrulama',
    '認証, ログイン, 认证, 验证, 身份验证, 身份认证, 登录, 登陆, 認證, 驗證, 登入, 인증, 로그인',
  ],
  b: [
    'invalid, incorrect, wrong, bad, not valid, not a valid, not correct, not right, mismatch, mismatched, do not match, does not match, did not match, don t match, doesn t match, didn t match, isn t valid, aren t valid, isn t correct, aren t correct, not loving',
    'ungültig, ungültige, ungültiger, ungültiges, ungueltig, ungueltige, falsch, falsche, falscher, falsches, nicht korrekt, inkorrekt, nicht gültig, stimmt nicht, stimmen nicht, stimmen nicht überein',
    'invalide, invalides, incorrects, incorrecte, incorrectes, erroné, erronés, erronée, erronées, errone, erronee, mauvais, non valide, ne correspondent pas',
    'incorrecto, incorrecta, incorrectos, incorrectas, inválido, inválida, inválidos, inválidas, invalido, invalida, no válido, no válida, no válidos, no válidas, no valido, erróneo, errónea, erróneos, erróneas, no coinciden',
    'errato, errata, errati, errate, non valido, non valida, non validi, non corretto, non corretta, non corretti, non corrette, sbagliato, sbagliata, sbagliati, sbagliate',
    'incorreto, incorreta, incorretos, incorretas, errado, errada, errados, errados, não conferem, não correspondem',
    'ongeldig, ongeldige, onjuist, onjuiste, verkeerd, verkeerde, niet correct, niet geldig, foutief, foutieve',
    'fel, felaktigt, felaktig, felaktiga, ogiltigt, ogiltig, ogiltiga, forkert, ugyldig, ugyldigt, feil, väärä, virheellinen',
    'nieprawidłowa, nieprawidłowy, nieprawidłowe, błędna, błędny, błędne, niepoprawna, niepoprawny, niepoprawne, neplatné, neplatný, nesprávné, nesprávný, chybné, chybný, špatné, helytelen, hibás, érvénytelen',
    'неверный, неверные, неверное, неверная, неверно, неправильный, неправильные, неправильное, неправильно, невірний, неправильний',
    'hatalı, hatali, yanlış, yanliş, geçersiz',
    '正しくありません, 正しくない, 間違っています, 違います, 誤りがあります, 誤っています, 不正です, 無効です, 一致しません',
    '错误, 不正确, 有误, 无效, 不匹配, 錯誤, 不正確, 有誤, 無效, 올바르지, 잘못, 잘못되었습니다, 일치하지, 틀렸습니다, 맞지',
  ],
  x: [
    'unknown, not found, not exist, does not exist, doesn t exist, no such, not known, not recognized, not recognised, unrecognized, unrecognised',
    'unbekannt, unbekannter, unbekanntes, existiert nicht, nicht gefunden, inconnu, introuvable, n existe pas, desconocido, no existe, sconosciuto, inesistente, non esiste, desconhecido, não existe',
    'onbekend, onbekende, bestaat niet, okänd, ukendt, ukjent, nieznany, nie istnieje, neznámý, neexistuje, ismeretlen, неизвестный, не найден, не существует',
    '存在しません, 不存在',
  ],
  r: [
    'rejected, refused, not accepted, abgelehnt, zurückgewiesen, nicht akzeptiert, refusé, refusée, rejetée, rechazada, rechazado, rifiutata, rejeitada, geweigerd',
  ],
  e: ['expired, revoked'],
  f: [
    'failed, failure, fail, fails, unsuccessful, not successful, fehlgeschlagen, gescheitert, nicht erfolgreich',
    'échec, echec, échoué, echoue, échouée, fallida, fallido, falló, fallita, fallito, non riuscita, non riuscito, falhou, falha, malsucedida',
    'mislukt, misslyckades, mislykkedes, mislyktes, fejlede, feilet, epäonnistui, nie powiodło się, nieudane, selhalo, selhala, se nezdařilo, sikertelen, не удалась, не удался, başarısız',
    '失敗, 失敗しました, 失败, 未通过, 실패, 실패했습니다, 실패하였습니다',
  ],
  j: [
    'the, a, an, your, this, that, these, those, it, its, is, are, was, were, be, been, has, have, had, for, of, to, with, by, on, at, in, or, and, nor, either, both, you, as, such, given, provided, supplied, entered, specified, used, using, combination, pair, attempt, smtp, esmtp, sasl, mail, plain, cram, md5, digest, xoauth2, oauthbearer, oauth, oauth2, bearer',
    'der, die, das, den, dem, ein, eine, ihr, ihre, ihren, und, oder, ist, sind, war, wurde, wurden',
    'le, la, les, l, de, du, des, d, votre, vos, ou, et, est, sont, un, une, el, los, las, su, sus, y, o, u, en, es, son, del, il, lo, i, gli, e, di, della, è, sono, os, as, do, da, na, no, seu, sua, é, são',
    'het, een, of, en, zijn, uw, je, van, eller, och, og, tai, ja, är, er, on, lub, oraz, albo, nebo, vagy, és, az, или, и, або, veya, ve',
    'または, もしくは, 及び, および, と, か, が, は, に, の, を, です, 或者, 或, 与, 和, 及, 的, 您, 您的, 您输入的, 또는, 가, 이, 은, 는, 을, 를, 에, 않습니다, 했습니다',
  ],
  p: [
    'error, errors, err, sorry, please, check, try again, for more information, more information, for more info, go to, see, visit, learn more, gsmtp, nsmtp, reason unavailable, restarting authentication process',
    'fehler, bitte, prüfen, überprüfen, prüfen sie, überprüfen sie, erreur, veuillez, vérifier, vérifiez, por favor, verifique, errore, erro, tente novamente, fout, controleer, błąd, ошибка, проверьте',
    'エラー, 确认, 请, 请检查, 请重试, 请重新输入, 確認してください, ご確認ください, ください',
  ],
};

/** Every phrase in lower case with what it does. */
export const LEXICON: ReadonlyMap<string, WordClass> = new Map(
  (Object.entries(PHRASES) as [WordClass, readonly string[]][]).flatMap(([kind, lines]) =>
    lines.flatMap((line) => line.split(', ').map((phrase) => [phrase, kind] as const)),
  ),
);
