/** Names of variables whose values are confidential, and words in them that say otherwise. */
const SECRET =
  /(PASSWORD|PASSWD|PASSPHRASE|(?<!BY|COM)PASS$|_PWD?$|SECRET|TOKEN|API_?KEY|ACCESS_KEY|(ENCRYPT|ENCRYPTION|SIGNING|PRIVATE|MASTER)_?KEY|_KEY$|_AUTH$|CREDENTIALS?$|_DSN$|CONNECTION_STRING|AUTHKEY|(^|_)(SALT|PEPPER|JWT|COOKIE|PIN|PAT)$)/i;
const NO_SECRET =
  /(PUBLIC(?!.*TOKEN)|((?<!ENCRYPTION_)PRIMARY|FOREIGN|SORT|CACHE|PARTITION|GROUP|ROUTING|HOT|STATE)_KEY$|(ALLOW_EMPTY|RANDOM|RANDOM_ROOT|ONETIME)_PASSWORD$|EXPIR|_MINUTES|_HOURS|_DAYS|_SECONDS|_ENABLED?$|_TYPE$|_PATH$|_FILE$|_NAME$|_LENGTH|_ROUNDS|_LIMIT|MAX_|TOKENS$|_URL$|_USERS?$|_HEADER)/i;

/** Keys that somebody else gives out: they cannot be made up. */
export const FOREIGN =
  /(API_?KEY|ACCESS_KEY|TOKEN|_PAT$|LICENSE|_DSN|CONNECTION_STRING|OPENAI|ANTHROPIC|GOOGLE|AWS|AZURE|ALIYUN|TENCENT|HUAWEI|VOLCENGINE|BAIDU|(^|_)(S3|OSS|COS|OBS|TOS|OCI|GCS|CLOUD)_|SMTP|MAIL|SENTRY|STRIPE|PRIVATE_?KEY|(?<!SECRET|APP|ENC|ENCRYPT|ENCRYPTION|SIGN|SIGNING|JWT|SESSION|COOKIE|HASH|FERNET|VAULT|SALT|MASTER)_KEY$)/i;
/** Those of companies, which have them for their customers. */
export const OF_VENDORS =
  /(OPENAI|ANTHROPIC|GEMINI|MISTRAL|GROQ|COHERE|HUGGING_?FACE|(^|_)HF_|GOOGLE|AWS|AZURE|ALIYUN|TENCENT|HUAWEI|VOLCENGINE|BAIDU|SENTRY|STRIPE|GITHUB|GITLAB|SLACK|DISCORD|TWILIO|SENDGRID|RESEND|DATADOG|LICENSE)/i;
export const LOGIN_IN_URL = /^[a-z][a-z0-9+.-]*:\/\/[^/@:\s]*:[^/@\s]+@/i;

/** Keys and tokens whose form says what they are. */
const TOKEN =
  /\b(gh[opsu]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|sk-[\w-]{20,}|[rs]k_(live|test)_\w{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|eyJ[\w-]{8,}\.[\w-]+\.[\w-]+)|hooks\.slack\.com\/services\/\w|discord(app)?\.com\/api\/webhooks\/\d|\$(apr1|2[aby])\$/;
const WORDS =
  /(password|passwd|secret|token|api[_-]?key)["']?\s*[:=]\s*["']?(?!\$)[^\s"'#]{4,}|bearer\s+[\w.~+/-]{8,}|authorization["']?\s*[:=]?\s*["']?(?:basic|token)\s+[\w.~+/=-]{4,}|(?:^|\n)\s*(?:requirepass|masterauth)\s+["']?(?!\$)[^\s"']{4,}|-----BEGIN [A-Z ]*PRIVATE KEY|:\/\/[^/@:\s$]*:(?!\$)[^/@\s]{3,}@/i;
/** What a text says that belongs into a Secret. */
export const CONFIDENTIAL = new RegExp(`${WORDS.source}|${TOKEN.source}`, 'i');

/** Whether the name of a variable says that its value is confidential. */
export function isSecret(name: string, value: string): boolean {
  const isSwitch = /^(true|false|yes|no|on|off|[01])$/i.test(value);
  return (
    (SECRET.test(name) && !NO_SECRET.test(name) && !isSwitch) ||
    LOGIN_IN_URL.test(value) ||
    CONFIDENTIAL.test(value)
  );
}

/** Whether a value tells enough to be the same secret wherever it stands: it is long, and no word of a language. */
export function isTelling(value: string): boolean {
  const isOther = /\s|^\/|^\w+:\/\/|change.?(me|it|this)|^[\w.+-]+@[\w-]+(\.[\w-]+)+$/i.test(value);
  return value.length >= 8 && /[^a-z]/i.test(value) && !isOther;
}

/** What stands for a confidential variable in a text, until it is known how the text is run. */
export function veil(name: string): string {
  return `\uE000${name}\uE001`;
}

/** Whether a text has a confidential variable. */
export function isVeiled(text: string): boolean {
  return text.includes('\uE000');
}

/** The text with its confidential variables in the form that whoever runs it fills in. */
export function unveiled(text: string, form: (name: string) => string): string {
  return text.replace(/\uE000([^\uE001]*)\uE001/g, (_, name: string) => form(name));
}
