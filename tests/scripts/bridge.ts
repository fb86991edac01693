import { connect, createServer } from 'node:net';
import process from 'node:process';

/** Leads from a socket in the file system, which every network sees, to a port of the network it runs in. */
function bridge(path: string, port: number): void {
  const server = createServer({ allowHalfOpen: true }, (outside) => {
    const inside = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    outside.pipe(inside).pipe(outside);
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.listen(path, () => process.stdout.write('listening\n'));
}

if (import.meta.main) bridge(process.argv[2] ?? '', Number(process.argv[3]));
