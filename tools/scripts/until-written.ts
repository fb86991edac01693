import { ChartwrightError } from '../../generators/src/errors.ts';

/** Waits until a server has written a text; throws `scripts/server` after thirty seconds or when its output ends. */
export function untilWritten(
  stream: NodeJS.ReadableStream | null,
  log: () => string,
  text: string,
  where: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => {
      clearTimeout(timer);
      reject(
        new ChartwrightError(
          'scripts/server',
          `did not start: ${log()}`,
          where,
          'Install it and look at its output',
        ),
      );
    };
    const timer = setTimeout(fail, 30_000);
    stream?.on('end', fail);
    stream?.on('data', () => {
      if (!log().includes(text)) return;
      clearTimeout(timer);
      resolve();
    });
  });
}
