/** An expression of the Go template language; a pipeline is already folded into nested calls. */
export type Expression =
  | { readonly kind: 'dot'; readonly line: number }
  | { readonly kind: 'variable'; readonly name: string; readonly line: number }
  | { readonly kind: 'literal'; readonly value: Literal; readonly line: number }
  | {
      readonly kind: 'field';
      readonly base: Expression;
      readonly names: readonly string[];
      readonly line: number;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly line: number;
    }
  /** A field with arguments, as in `.Capabilities.APIVersions.Has "v1/Secret"`. */
  | {
      readonly kind: 'method';
      readonly base: Expression;
      readonly args: readonly Expression[];
      readonly line: number;
    };

/** A constant written in a template; `null` is Go's `nil`. */
export type Literal = string | number | boolean | null;

/** One statement of a template; text is kept because it tells which kind of object a file renders. */
export type Statement =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | { readonly kind: 'output'; readonly value: Expression; readonly line: number }
  | {
      readonly kind: 'assign';
      readonly name: string;
      readonly declares: boolean;
      readonly value: Expression;
      readonly line: number;
    }
  | Branch
  | {
      readonly kind: 'template';
      readonly name: string;
      readonly argument?: Expression;
      readonly line: number;
    };

/** `if`, `with` and `range`: a condition, the variables it binds, a body and what `else` holds. */
export interface Branch {
  readonly kind: 'if' | 'with' | 'range';
  readonly variables: readonly string[];
  readonly declares: boolean;
  readonly condition: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
  readonly line: number;
}

/** A named template. */
export interface Define {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly body: readonly Statement[];
}

/** One parsed file: what it renders itself, and the named templates that it brings. */
export interface ParsedFile {
  readonly body: readonly Statement[];
  readonly defines: readonly Define[];
}

/** Text that Go's template parser, or the subset of it that charts may use, does not accept. */
export class TemplateSyntaxError extends Error {
  /** One-based line in the file. */
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'TemplateSyntaxError';
    this.line = line;
  }
}
