/** Names of variables whose values are confidential, and words in them that say otherwise. */
const SECRET =
  /(PASSWORD|PASSWD|PASSPHRASE|_PASS$|^PASS$|_PWD?$|SECRET|TOKEN|API_?KEY|ACCESS_KEY|(ENCRYPT|ENCRYPTION|SIGNING|PRIVATE|MASTER)_?KEY|_KEY$|_AUTH$|CREDENTIALS?$|_DSN$|CONNECTION_STRING|AUTHKEY|(^|_)(SALT|PEPPER)$)/i;
const NO_SECRET =
  /(PUBLIC(?!.*TOKEN)|(PRIMARY|FOREIGN|SORT|CACHE|PARTITION|GROUP|ROUTING|HOT|STATE)_KEY$|EXPIR|_MINUTES|_HOURS|_DAYS|_SECONDS|_ENABLED?$|_TYPE$|_PATH$|_FILE$|_NAME$|_LENGTH|_ROUNDS|_LIMIT|MAX_|TOKENS$|_URL$|_USER$|_HEADER)/i;

/** Keys that somebody else gives out: they cannot be made up. */
export const FOREIGN =
  /(API_?KEY|ACCESS_KEY|TOKEN|LICENSE|_DSN|CONNECTION_STRING|OPENAI|ANTHROPIC|GOOGLE|AWS|AZURE|ALIYUN|TENCENT|HUAWEI|VOLCENGINE|BAIDU|(^|_)(S3|OSS|COS|OBS|TOS|OCI|GCS|CLOUD)_|SMTP|MAIL|SENTRY|STRIPE|PRIVATE_?KEY|(?<!SECRET|APP|ENC|ENCRYPT|ENCRYPTION|SIGN|SIGNING|JWT|SESSION|COOKIE|HASH|FERNET|VAULT|SALT|MASTER)_KEY$)/i;
export const LOGIN_IN_URL = /^[a-z][a-z0-9+.-]*:\/\/[^/@:\s]*:[^/@\s]+@/i;

/** What a text says that belongs into a Secret. */
export const CONFIDENTIAL =
  /(password|passwd|secret|token|api[_-]?key)["']?\s*[:=]\s*["']?(?!\$)[^\s"'#]{4,}|bearer\s+[\w.~+/-]{8,}|-----BEGIN [A-Z ]*PRIVATE KEY|:\/\/[^/@:\s$]*:(?!\$)[^/@\s]{3,}@/i;

/** Whether the name of a variable says that its value is confidential. */
export function isSecret(name: string, value: string): boolean {
  const isSwitch = /^(true|false|yes|no|on|off)$/i.test(value);
  return (
    (SECRET.test(name) && !NO_SECRET.test(name) && !isSwitch) ||
    LOGIN_IN_URL.test(value) ||
    CONFIDENTIAL.test(value)
  );
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
