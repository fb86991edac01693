import type { ScalarTag, Tags } from 'yaml';

/** A number with a leading zero is octal, as Helm and kubectl read it (YAML 1.1): `0440` of a mode is 288. */
const octal: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^0[0-7]+$/,
  resolve: (text) => Number.parseInt(text, 8),
};
/** Options of the YAML library to read manifests as Helm does. */
export const AS_HELM = { customTags: (tags: Tags): Tags => [octal, ...tags] };
