// Somebody else's program, to which the shop sends webhooks. It answers as it is told, and verifies with the public library.
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { Webhook } from 'standardwebhooks';

export interface Heard {
  headers: Record<string, string>;
  body: string;
  type: string;
  data: { number?: string; sequence?: number; order?: { status: string } };
}

export class Receiver {
  /** What it took, in the order in which it came. */
  readonly heard: Heard[] = [];
  /** What it answers. */
  status = 204;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<Receiver> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port is free');
    const receiver = new Receiver(server, `http://127.0.0.1:${address.port}/hooks`);
    server.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const body = Buffer.concat(pieces).toString('utf8');
        const { type, data } = JSON.parse(body) as Pick<Heard, 'type' | 'data'>;
        if (receiver.status < 300) receiver.heard.push({ headers: request.headers as Record<string, string>, body, type, data });
        response.writeHead(receiver.status, { connection: 'close' }).end();
      });
    });
    return receiver;
  }

  /** What it heard of an order. */
  of(number: string): Heard[] {
    return this.heard.filter(({ data }) => data.number === number);
  }

  /** Whether the library finds that this secret signed it. */
  verifies(heard: Heard | undefined, secret: string): boolean {
    if (!heard) return false;
    try {
      new Webhook(secret).verify(heard.body, heard.headers);
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }
}
