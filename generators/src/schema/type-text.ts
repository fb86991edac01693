import type { JsonValue, SchemaNode } from './types.ts';

/** A node of which some parts are TypeScript types by their names, or several types at once. */
export type TypedNode = Omit<SchemaNode, keyof Parts> & Parts;

interface Parts {
  readonly tsType?: string;
  readonly allOf?: readonly TypedNode[];
  readonly oneOf?: readonly TypedNode[];
  readonly items?: TypedNode;
  readonly properties?: Readonly<Record<string, TypedNode>>;
  readonly additionalProperties?: boolean | TypedNode;
  readonly definitions?: Readonly<Record<string, TypedNode>>;
}

const STEP = '  ';
const WIDTH = 120;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
/** Types with the sign behind each; a word may have such signs and spaces itself. */
const TYPES = /(?:"(?:\\.|[^"\\])*"|'[^']*'|[^ ]|(?<![&|]) )+/g;

/** An exported type with its name and description: an interface where it only lists properties. */
export function declarationOf(name: string, node: TypedNode): string {
  const isInterface = Object.keys(node.properties ?? {}).length > 0 && !node.allOf;
  const head = isInterface ? `export interface ${name}` : `export type ${name} =`;
  const declared = `${wrapped(`${head} ${typeOf(node, '')}`, '')}${isInterface ? '' : ';'}`;
  return [...comment(node, ''), declared, ''].join('\n');
}

/** An import of types, broken where it is too long for a line. */
export function importOf(names: readonly string[], from: string): string {
  const line = `import type { ${names.join(', ')} } from '${from}';`;
  if (line.length <= WIDTH) return line;
  const lines = filled(
    names.map((name) => `${name},`),
    STEP,
    STEP,
  );
  return ['import type {', ...lines, `} from '${from}';`].join('\n');
}

/** The type of what a node admits; its lines but the first are indented. */
function typeOf(node: TypedNode, indent: string): string {
  return [...new Set(alternatives(node, indent))].join(' | ');
}

function alternatives(node: TypedNode, indent: string): readonly string[] {
  const { tsType, $ref, allOf, oneOf, enum: words, const: word, type } = node;
  if (tsType !== undefined) return [tsType];
  if ($ref !== undefined) return [typeName($ref.split('/').at(-1) ?? '')];
  if (allOf) return [allOf.map((one) => typeOf(one, indent)).join(' & ')];
  if (oneOf) return oneOf.flatMap((one) => alternatives(one, indent));
  if (word !== undefined) return [literal(word)];
  if (words) return words.map(literal);
  return type === undefined ? ['unknown'] : [type].flat().map((one) => typeNamed(one, node, indent));
}

function typeNamed(type: string, node: TypedNode, indent: string): string {
  if (type === 'array') return node.items ? listOf(node.items, indent) : 'unknown[]';
  if (type === 'object') return objectOf(node, indent);
  return type === 'integer' ? 'number' : type;
}

function listOf(items: TypedNode, indent: string): string {
  const types = new Set(alternatives(items, indent));
  const [item = ''] = types;
  return types.size > 1 || items.allOf || item.includes(' & ')
    ? `(${[...types].join(' | ')})[]`
    : `${item}[]`;
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: TypedNode,
  indent: string,
): string {
  const inner = `${indent}${STEP}`;
  const keys = Object.entries(properties);
  const others = typeof additionalProperties === 'object' ? typeOf(additionalProperties, indent) : 'unknown';
  if (keys.length === 0) return `Record<string, ${others}>`;
  const lines = keys.flatMap(([key, child]) => {
    const name = `${IDENTIFIER.test(key) ? key : literal(key)}${required.includes(key) ? '' : '?'}`;
    return [...comment(child, inner), wrapped(`${inner}${name}: ${typeOf(child, inner)};`, inner)];
  });
  if (additionalProperties) lines.push(`${inner}[key: string]: ${others};`);
  return ['{', ...lines, `${indent}}`].join('\n');
}

function comment({ description }: TypedNode, indent: string): readonly string[] {
  return description === undefined ? [] : [`${indent}/** ${description.replaceAll('*/', '*\\/')} */`];
}

function literal(value: JsonValue): string {
  const json = JSON.stringify(value);
  return typeof value === 'string' && !/['\\"]/.test(value) ? `'${value}'` : json;
}

/** A declaration whose first line is broken between types where it is too long. */
function wrapped(text: string, indent: string): string {
  const [line = '', ...others] = text.split('\n');
  if (line.length <= WIDTH) return text;
  const [first = '', ...types] = line.match(TYPES) ?? [];
  return [...filled([first.trimStart(), ...types], indent, `${indent}${STEP}`), ...others].join('\n');
}

/** Words in as few lines as they need. */
function filled(words: readonly string[], first: string, next: string): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${last === undefined ? first : next}${word}`);
  }
  return lines;
}

/** The type of the values of a chart or a shared schema: `ai-platform` → `AiPlatformValues`. */
export function valuesTypeName(name: string): string {
  return `${typeName(name)}Values`;
}

/** A name as types have them: `ai-platform` → `AiPlatform`. */
export function typeName(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
