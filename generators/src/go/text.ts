declare const brand: unique symbol;

/** A Go template expression, as it stands between `{{` and `}}`. */
export type Expression = string & { readonly [brand]: 'expression' };

/** Text with Go template actions in it, as it stands in a template. */
export type TemplateText = string & { readonly [brand]: 'text' };

/** The expression of a value by its path: `.Values.image.tag`. */
export type ValuesPath = Expression & { readonly values: unique symbol };

/** A Go template expression: go`include "${name}" .`. */
export function go(strings: TemplateStringsArray, ...parts: readonly (string | number)[]): Expression {
  return String.raw({ raw: strings }, ...parts) as Expression;
}

/** Template text: text`{{ ${expression} | quote }}`. */
export function text(strings: TemplateStringsArray, ...parts: readonly (string | number)[]): TemplateText {
  return String.raw({ raw: strings }, ...parts) as TemplateText;
}

/** Text as it is: Helm prints the braces in it instead of reading an action. */
export function literal(written: string): TemplateText {
  return written.replaceAll('{{', '{{ "{{" }}') as TemplateText;
}

/** What a definition gives as template text. */
export function asText(written: string): TemplateText {
  return written as TemplateText;
}

/** A path below `.Values` as Go template text; keys that are no identifiers need `index`. */
export function valuesPath(path: readonly string[], root = '.Values'): ValuesPath {
  const plain = path.findIndex((key) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(key));
  if (plain === -1) return [root, ...path].join('.') as ValuesPath;
  const head = [root, ...path.slice(0, plain)].join('.');
  return `(index ${head} ${path
    .slice(plain)
    .map((key) => JSON.stringify(key))
    .join(' ')})` as ValuesPath;
}

/** The expression of a value below another one. */
export function below(values: ValuesPath, ...keys: readonly string[]): ValuesPath {
  return valuesPath(keys, values);
}

/** A path below the values of a workload or of anything else, from the chart's values: `whisper.gpu.enabled`. */
export function pathBelow(values: ValuesPath | '', ...path: readonly string[]): string {
  return [...values.split('.').slice(2), ...path].join('.');
}
