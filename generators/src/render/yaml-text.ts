import { Document, isScalar, visit } from 'yaml';

/** YAML of a value from a definition, as an author writes it in a template: words of a list stand on one line, as in `command: ["sh", "-c"]`. */
export function yamlText(value: object): string {
  const document = new Document(value, { compat: 'yaml-1.1' });
  visit(document, {
    Seq(_key, list) {
      list.flow = list.items.every(isScalar);
      for (const item of list.items)
        if (isScalar(item) && typeof item.value === 'string') item.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({
    lineWidth: 0,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Infinity,
  });
}
