import { createServer, request } from 'node:http';
import process from 'node:process';

/**
 * Stands before a MinIO as far as a client of RustFS sees a difference: S3 goes on to the port of the first argument, and what
 * is asked of RustFS' own admin API is written out, one line for each request, and taken.
 */
function serve(port: number, s3: number): void {
  const server = createServer((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const body = Buffer.concat(chunks);
      if (url.startsWith('/rustfs/')) {
        const signed = headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') === true;
        process.stdout.write(`${signed ? 'signed' : 'unsigned'} ${method} ${url} ${body}\n`);
        answer.end();
        return;
      }
      const onward = request({ port: s3, host: '127.0.0.1', method, path: url, headers }, (reply) => {
        answer.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(answer);
      });
      onward.end(body);
    });
  });
  server.listen(port, () => process.stdout.write('listening\n'));
}

if (import.meta.main) serve(Number(process.argv[2]), Number(process.argv[3]));
