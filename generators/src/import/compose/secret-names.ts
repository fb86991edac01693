/** Names of variables whose values are confidential, and words in them that say otherwise. */
const SECRET =
  /(PASSWORD|PASSWD|_PASS$|^PASS$|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|ENCRYPTION_KEY|LICENSE_KEY|_AUTH$|CREDENTIALS?$|_DSN$|CONNECTION_STRING|FERNET_KEY|AUTHKEY)/i;
const NO_SECRET =
  /(PUBLIC|EXPIR|_MINUTES|_HOURS|_DAYS|_SECONDS|_ENABLED?$|_TYPE$|_PATH$|_FILE$|_NAME$|_LENGTH|_ROUNDS|_LIMIT|MAX_|TOKENS$|_URL$|_USER$|_HEADER)/i;

/** Keys that somebody else gives out: they cannot be made up. */
export const FOREIGN =
  /(API_?KEY|ACCESS_KEY|TOKEN|LICENSE|_DSN|CONNECTION_STRING|OPENAI|ANTHROPIC|GOOGLE|AWS|AZURE|SMTP|SENTRY|PRIVATE_KEY)/i;
export const LOGIN_IN_URL = /^[a-z][a-z0-9+.-]*:\/\/[^/@:\s]*:[^/@\s]+@/i;

/** Whether the name of a variable says that its value is confidential. */
export function isSecret(name: string, value: string): boolean {
  const isSwitch = /^(true|false|yes|no|on|off)$/i.test(value);
  return (SECRET.test(name) && !NO_SECRET.test(name) && !isSwitch) || LOGIN_IN_URL.test(value);
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
