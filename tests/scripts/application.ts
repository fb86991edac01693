import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

const PIECES = ['one', 'two', 'three'];

/** An application behind a gateway: says what it was asked, streams, and speaks WebSocket as far as an echo goes. */
function serve(port: number): void {
  let count = 0;
  const server = createServer(async ({ method, url, headers }, response) => {
    count += 1;
    process.stdout.write(`${method} ${url}\n`);
    if (url?.startsWith('/events') || url?.startsWith('/words')) {
      const type = url.startsWith('/events') ? 'text/event-stream' : 'application/x-ndjson';
      response.writeHead(200, { 'content-type': type });
      for (const piece of PIECES) {
        response.write(`${piece}\n`);
        await pause(300);
      }
      response.end();
    } else if (url === '/slow') {
      await pause(3000);
      response.end('late');
    } else if (url === '/broken') {
      response.writeHead(500, { 'content-type': 'text/plain' }).end('its own error');
    } else {
      const own = url === '/private' ? { 'cache-control': 'private' } : {};
      response.writeHead(200, { 'content-type': 'application/json', ...own });
      response.end(JSON.stringify({ count, method, url, headers }));
    }
  });
  server.on('upgrade', ({ headers }, socket) => {
    const key = `${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.pipe(socket);
  });
  server.listen(port, () => process.stdout.write('listening\n'));
}

if (import.meta.main) serve(Number(process.argv[2]));
