/** What went wrong, where, and what to do about it. Every error the generator throws on purpose is one of these. */
export class ChartwrightError extends Error {
  /** Stable identifier for tests and tools, for example `schema/unknown-path`. */
  readonly code: string;
  /** File and path, for example `charts/web/src/chart.ts: workloads.main.ports.http`. */
  readonly where: string;
  /** One sentence that tells the reader how to repair it. */
  readonly remedy: string;

  constructor(code: string, what: string, where: string, remedy: string, options?: ErrorOptions) {
    super(`${where}: ${what}. ${remedy}`, options);
    this.name = 'ChartwrightError';
    this.code = code;
    this.where = where;
    this.remedy = remedy;
  }
}

/** Several mistakes found in one pass; the message lists all of them, one per line. */
export class ChartwrightErrors extends Error {
  readonly errors: readonly ChartwrightError[];

  constructor(errors: readonly ChartwrightError[]) {
    super(errors.map((error) => `- ${error.message}`).join('\n'));
    this.name = 'ChartwrightErrors';
    this.errors = errors;
  }
}

/** Throws nothing for an empty list, the one error for a list of one, and all of them together otherwise. */
export function throwAll(errors: readonly ChartwrightError[]): void {
  const [first, ...rest] = errors;
  if (first === undefined) return;
  if (rest.length === 0) throw first;
  throw new ChartwrightErrors(errors);
}

/** The mistakes in what was caught; throws anything else on. */
export function mistakesIn(error: unknown): readonly ChartwrightError[] {
  if (error instanceof ChartwrightErrors) return error.errors;
  if (error instanceof ChartwrightError) return [error];
  throw error;
}
