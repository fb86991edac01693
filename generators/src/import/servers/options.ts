import { DOT, type Place } from './place.ts';

/** GF_SECTION_KEY is a setting of grafana.ini; a dot within a key of the values is written so that paths keep it. */
export function grafanaOption(name: string, value: string): Place | undefined {
  const [, section = '', key = ''] = /^GF_([A-Z]+)_([A-Z0-9_]+)$/.exec(name) ?? [];
  if (section === '' || /^(PATHS|INSTALL)$/.test(section)) return undefined;
  const names = section === 'AUTH' ? authSection(key) : [section.toLowerCase(), key.toLowerCase()];
  return { path: ['config', 'ini', ...names].join('.'), form: isTruth(value) ? 'truth' : 'text' };
}

/** AUTH_ANONYMOUS_ENABLED belongs to the section auth.anonymous. */
function authSection(key: string): readonly string[] {
  const [, provider = '', rest = ''] =
    /^(ANONYMOUS|BASIC|PROXY|JWT|GITHUB|GOOGLE|LDAP)_(.+)$/.exec(key) ?? [];
  return provider === ''
    ? ['auth', key.toLowerCase()]
    : [`auth${DOT}${provider.toLowerCase()}`, rest.toLowerCase()];
}

/** AIRFLOW__SECTION__KEY is an option of airflow.cfg. */
export function airflowOption(name: string, value: string): Place | undefined {
  const [, section = '', key = ''] = /^AIRFLOW__([A-Z_]+?)__([A-Z0-9_]+)$/.exec(name) ?? [];
  if (section === '') return undefined;
  const path = `config.${section.toLowerCase()}.${key.toLowerCase()}`;
  return { path, form: isTruth(value) ? 'truth' : /^\d{1,9}$/.test(value) ? 'number' : 'text' };
}

const isTruth = (value: string) => /^(1|true|yes|on|0|false|no|off)$/i.test(value);
