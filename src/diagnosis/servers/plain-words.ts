import type { ServerFamily } from '../schema.ts';

/**
 * Words that mean the same whichever server says them, in the languages in which they were seen. The first row that
 * fits wins, so what is told apart by one more word comes first. Plain refusals of a credential are not here but in
 * vocabulary.ts, since they prove something.
 */

export const PLAIN_WORDS: readonly ServerFamily[] = [
  {
    id: 'words',
    name: 'Any server, by its words',
    replies: [
      {
        id: 'words-ehlo-first',
        stage: 'any',
        code: 503,
        text: /send (hello|helo|ehlo).{0,20}first|EHLO.{0,20}first/i,
        cause: 'unexpected-reply',
        meaning:
          'The server expected EHLO before this command; after STARTTLS, EHLO is sent again.',
        nextStep: 'If you see this in your own program: send EHLO again after STARTTLS.',
      },
      {
        id: 'rfc-starttls-unavailable',
        stage: 'starttls',
        code: 454,
        text: /TLS not available/i,
        cause: 'starttls-refused',
      },
      {
        id: 'words-app-password',
        text: /\b(application|app|device|client|third[- ]party)[- ](specific |client )?passwords?\b|\bauthori[sz]ation code\b|授权码|授權碼|客户端专用密码|アプリパスワード|앱 비밀번호/i,
        cause: 'app-password-required',
      },
      {
        id: 'words-oauth',
        text: /\b(basic|password|legacy) auth(entication)? (is |has been |was )?(disabled|not (allowed|supported|available|enabled|permitted)|retired|deprecated|blocked)|\b(oauth2?|modern auth(entication)?) (is )?(required|only|needed)|\b(use|requires?) (oauth|modern auth)/i,
        cause: 'oauth-required',
      },
      {
        id: 'words-password-change',
        text: /\b(change|reset|update|renew) (your |the )?(e-?mail )?(account )?password|\bpassword\b.{0,30}\b(has |is |was )?(expired|compromised|leaked|too (old|weak|simple|short|common)|must be (changed|reset|updated))|\b(credentials?|account) (have |has |were |was |is )?(been )?compromised|(passwort|kennwort).{0,20}(abgelaufen|ändern|zurücksetzen)|mot de passe.{0,20}expiré|(modifiez|changez|réinitialisez).{0,12}mot de passe|contraseña.{0,20}(caducad|expirad)|cambi[ae]r? (su |la )?contraseña|(modificar?e?|cambiar?e?) (la |sua |a )?(password|senha)|(altere|troque|redefina) (a |sua )?senha|wachtwoord.{0,20}verlopen|wijzig.{0,12}wachtwoord|zmień hasło|(смените|измените) пароль|密码.{0,8}(过期|泄露|修改)|修改密码|パスワード.{0,12}(期限|変更)/i,
        cause: 'password-change-required',
      },
      {
        id: 'words-verification',
        text: /\b(captcha|robot|unusual|suspicious|unrecogni[sz]ed (device|location))\b|\bverify (your|the|this) (account|identity|phone|e-?mail|login)|\b(verification|confirmation) (is )?(required|needed)|\blooks like spam\b|\b(log|sign) ?in (via|with|through|using|to|at) (your |a |the )?(web ?mail|web|browser)|\bweb (login|browser)\b|\buse (the |our )?web ?mail\b|\b(accept|agree to|confirm) (the |our |new )?(terms|agreement|conditions)|\buser agreement\b|人机验证|异常登录|异地登录|不审|不審/i,
        cause: 'sign-in-policy',
        meaning:
          'The server wants a person to act first: a captcha, a confirmation or a sign-in in a browser. This says nothing about the password.',
        nextStep:
          "Sign in to this account once in a web browser and complete what the provider asks for, or open the link in the server's reply. Then run the check again.",
      },
      {
        id: 'words-second-factor',
        text: /\b(2fa|mfa|otp|two[- ]factor|multi[- ]factor|second factor|two[- ]step|2[- ]step)\b/i,
        cause: 'app-password-required',
        meaning:
          'The account uses a second factor, which a program cannot answer. The server usually wants an app password instead.',
      },
      {
        id: 'words-smtp-off',
        text: /\b(smtp|imap|pop3?|mail client|mail)( ?auth(entication)?| access| service| login| sending| relay| flag| protocol)?\b.{0,24}\b(disabled|not (been )?(enabled|activated|allowed|open(ed)?|turned on|switched on|permitted)|turned off|switched off|closed|deactivated)\b|\b(open|enable|activate|turn on|switch on)\b.{0,24}\b(smtp|imap|pop3?)\b|\b(disabled|not (enabled|allowed|activated|permitted))\b.{0,16}\b(for|to use|in) (the )?(smtp|imap|pop)|\b(authentication|auth|login|log[- ]?on|service) (is |has been |was )?(disabled|not (been )?(enabled|activated|allowed|permitted|open(ed)?)|turned off|switched off)\b(?! with)|smtp.{0,16}(deaktiviert|nicht (aktiviert|freigeschaltet)|désactivé|non activé|desactivad|deshabilitad|disabilitat|no (está )?(activad|habilitad))|(未开启|未开通|没有开启|请先?开启|未启用|已关闭).{0,12}(smtp|pop|imap|服务)?|(smtp|pop3?|imap).{0,12}(未开启|未开通|没有开启|未启用|已关闭|無効|許可されていません)|用户(无权登[录陆]|没有权限)|\b(smtp|imap|pop3?) (access|login|service) (is )?(denied|forbidden|revoked)\b|\buser has no permission\b|\ballows only\b.{0,30}\b(apps?|webmail)\b/i,
        cause: 'smtp-auth-disabled',
      },
      {
        id: 'words-address',
        stage: 'any',
        text: /\bunauthori[sz]ed IP\b|\bIP( address)? ?\S{0,45} ?(is |has been |was )?(not (authori[sz]ed|allowed|permitted|whitelisted)|blocked|banned|black ?listed|rejected|denied|refused)\b|\b(client|your|this|remote) (host|address|ip|network|country|location|region)\b.{0,60}\b(blocked|banned|listed|black ?listed|rejected|not (allowed|authori[sz]ed|permitted)|denied|refused)|\b(blocked|banned|denied|rejected|not (allowed|permitted|authori[sz]ed))\b.{0,30}\b(from|because of|due to) (your|this|that|the) (ip|address|country|location|region|network|host)\b|\bspamhaus\b|\bdnsbl\b|\brbl\b|\bblock ?list|\bblack ?list|\b(geo|country)[- ]?(block|ip|restrict)|国外|海外からの|ip.{0,8}(被拒|限制|封)/i,
        cause: 'client-address-refused',
      },
      {
        id: 'rfc-account-disabled',
        code: 525,
        enhanced: '5.7.13',
        text: /\b(user|account|mailbox)\b.{0,20}\bdisabled\b/i,
        cause: 'account-locked',
        meaning: 'User name and password are right, but the account is disabled.',
        nextStep: 'Ask the administrator to enable the account again.',
      },
      {
        id: 'words-account-locked',
        text: /\b(account|mailbox|user|e-?mail|domain|customer|profile|subscriber|sender|tenant|organi[sz]ation)\b.{0,40}\b(locked|lock(ed)? out|disabled|suspended|blocked|deactivated|frozen|banned|(?<!connection )(?<!session )closed|terminated|inactive|expired|restricted|on hold|deleted|cancell?ed|under review|not (yet )?activ(e|ated)|(been )?flagged)\b|\b(login|it|you)\b.{0,20}\b(is|was|are|has been|have been)\b.{0,12}\b(locked|suspended|blocked|banned|disabled|deactivated)\b|\b(is|are) in (a )?suspended\b|\b(locked|disabled|suspended|blocked|inactive|frozen|deactivated|banned|closed|terminated|restricted) (account|user|mailbox|status|domain|customer|state)|\baccount (is )?(abnormal|unavailable)|(konto|postfach|benutzer|zugang).{0,30}(gesperrt|deaktiviert|blockiert|abgelaufen)|compte.{0,24}(suspendu|bloqué|désactivé|verrouillé)|(cuenta|usuario).{0,24}(suspendid|bloquead|desactivad|deshabilitad)|(account|utente).{0,24}(bloccat|sospes|disabilitat)|conta.{0,24}(suspens|bloquead|desativad)|(account|gebruiker).{0,24}(geblokkeerd|vergrendeld)|konto.{0,24}(zablokowan|zawieszon|spärrat|låst)|(аккаунт|учетная запись|учётная запись|ящик|пользователь).{0,24}(заблокирован|отключ)|(帐号|账号|帳號|账户|用户|邮箱).{0,12}(停用|冻结|凍結|封禁|锁定|鎖定|禁用|异常)|アカウント.{0,16}(ロック|停止|凍結|無効)|계정.{0,16}(잠|정지|차단)/i,
        cause: 'account-locked',
      },
      {
        id: 'words-too-many',
        text: /\btoo (many|much|often|frequent(ly)?|fast)\b(?!.{0,30}\b(recipients|messages|mails|e-?mails)\b)|\b(rate|frequency)[- ]?limit(ed|ing|s)?\b(?!.{0,30}\b(mail|message|sending|recipient))|\bthrottl|\b(log[- ]?in|auth\w{0,12}|connection|attempt|request|session)s?\b.{0,40}\b(limits?|rate|frequency|exceed(s|ed)?)\b|\b(exceed(ed|s|ing)?|maximum|max)\b.{0,40}\b(log[- ]?ins?|authentications?|connections?|attempts?|requests?|sessions?)\b|\bslow down\b|zu viele|trop de (tentatives|connexions)|demasiad[oa]s (intentos|conexiones)|troppi tentativi|muitas tentativas|te veel pogingen|слишком (много|часто)|过于频繁|频率|次数过多|太多|頻繁|回数/i,
        cause: 'throttled',
      },
      {
        id: 'words-quota',
        stage: 'any',
        text: /\b(quota|rate ?limit|credits?|allowance)\b.{0,60}\b(exceed(ed|s)?|reached|used up|exhausted|full|over|insufficient)|\b(exceed(ed|s|ing)?|over|reached|out of|maximum|insufficient|no (more )?remaining)\b.{0,60}\b(quota|limits?|credits?|allowance|rate ?limit)\b|\blimits?\b.{0,30}\b(is |was |has been )?(reached|exceeded|hit)|\bquota\b|\blimited to \d|\bon probation\b|\b(messages|mails|e-?mails) (\/|per|a|an) (second|minute|hour|day|month)\b|\bupgrade your (plan|account|subscription)|\b(plan|subscription|trial|licen[cs]e|contract)\b.{0,24}\b(expired|ended|over|inactive|does not|doesn.t|required)|\b(billing|unpaid|payment|overdue|balance)\b|\bmailbox\b.{0,16}\bfull\b|\btoo many (recipients|messages|mails|e-?mails)\b|kontingent|limite? (atteinte|de envío|d.envoi)|límite|配额|余额|欠费|容量/i,
        cause: 'quota-exceeded',
      },
      {
        id: 'words-greylisted',
        stage: 'mail',
        text: /\bgr[ea]y-? ?list|\bpostgrey\b/i,
        cause: 'temporary-failure',
        meaning:
          "The recipient's server uses greylisting: it rejects the first attempt of an unknown sender on purpose and accepts a later one.",
        nextStep:
          'Nothing is wrong with the credential. Run the check again in a few minutes, or leave "to" out.',
      },
      {
        id: 'words-temporary',
        stage: 'any',
        text: /\btemporar(y|ily)\b|\btry( again)? (later|in a|in \d)|\bagain later\b|\binternal (server |system )?(error|failure)\b|\bserver (error|failure|busy)|\bservice (is )?(not available|unavailable|shutting down)|\b(data ?base|backend|back[- ]end|ldap|s?ql|radius|directory|saslauthd|auth(entication)? (server|service|daemon|process|socket))\b.{0,40}\b(error|fail(ed|ure)?|unavailable|down|time ?out|timed out|lost|refused|unreachable|not responding)|\bconnection (lost|refused|timed out|reset)|\bcan.?t connect\b|\btimed? ?out\b|\bbusy\b|\bmaintenance\b|\boverload|\bat present\b|\bat this time\b|vorübergehend|später|temporairement|plus tard|temporalmente|más tarde|temporaneamente|più tardi|tijdelijk|временно|позже|稍后|稍後|繁忙|一時的|しばらく|잠시/i,
        cause: 'temporary-failure',
      },
      {
        id: 'words-policy',
        text: /\b(security|access|sign-?in|conditional|organi[sz]ation|company) (policy|policies|rules?|access|defaults)\b|\bpolicy (violation|reject|restrict)|\bnot (permitted|allowed) (by|due to|because of) .{0,30}polic|\bblocked by .{0,30}(admin|polic|rule)|richtlinie/i,
        cause: 'sign-in-policy',
      },
      {
        id: 'words-mechanism',
        text: /\b(mechanism|authentication (type|method|scheme)|auth (type|method))\b.{0,40}\b(not (supported|available|allowed|enabled)|unsupported|unrecogni[sz]ed|unknown|invalid|disabled|too weak)|\b(unsupported|unrecogni[sz]ed|unknown|invalid|no) (authentication |auth |sasl )?(mechanism|authentication (type|method)|auth (type|method))/i,
        cause: 'mechanism-refused',
      },
      {
        id: 'words-encryption',
        text: /\bmust issue a starttls\b|\bstarttls( command)? (is )?(first|required)|\b(encryption|tls|ssl|secure connection)\b.{0,16}\b(required|needed|first|mandatory)\b|\brequires? (tls|ssl|encryption|a secure)/i,
        cause: 'tls-required',
      },
      {
        id: 'words-domain-not-served',
        text: /\bwe do not auth\b/i,
        cause: 'wrong-credentials',
        meaning: 'This server does not authenticate users of the domain in the user name.',
        nextStep:
          'Use the full address of a mailbox that this server hosts as "username", or the host that serves this domain.',
      },
      {
        id: 'words-login-form',
        text: /\b(full|complete|whole|valid) e-?mail address\b|\b(user ?name|login|user|account)\b.{0,40}\b(format|must (be|contain|include|have)|should (be|contain|include|have)|not (a )?(fully|qualified)|without (a )?domain)|\binvalid format\b|\b(base ?64|malformed|syntax|decode|encoding)\b|\bdomain (part |name )?(is )?(missing|required)/i,
        cause: 'login-malformed',
        meaning:
          'The server could not use the user name or password in this form. The password was not judged.',
        nextStep:
          'Most servers want the full e-mail address as "username". If it is one already, check it and the password for characters that do not belong there.',
      },
      {
        id: 'words-token',
        text: /\b(access|oauth2?|bearer)[ _-]?token\b.{0,40}\b(expired|invalid|revoked)|\b(expired|invalid|revoked)\b.{0,20}\b(access|oauth2?|bearer)[ _-]?token\b/i,
        cause: 'access-token-refused',
      },
      {
        id: 'rfc-token-report',
        code: 334,
        text: /^eyJzdGF0dXMiOi/,
        cause: 'access-token-refused',
      },
    ],
  },
];
