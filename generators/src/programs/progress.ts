/** Prints one line of progress to standard error. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs something and reports progress only when it takes longer than two seconds: at two seconds, every fifteen, and at its
 * end.
 */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  let spoken = false;
  const speak = () => {
    say(spoken ? `${what}: ${seconds()} so far` : `${what} …`);
    spoken = true;
  };
  let repeat: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    speak();
    repeat = setInterval(speak, 15_000);
  }, 2000);
  try {
    const result = await work();
    if (spoken) say(`${what}: done in ${seconds()}`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(repeat);
  }
}
