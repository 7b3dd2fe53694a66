// Starting and ending the programs under test. Each writes what it says into a file of its own under results/logs.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { RESULTS } from './stage';

export type Environment = Record<string, string | undefined>;

const LOGS = join(RESULTS, 'logs');
const OURS = /^(CLEW_|DATABASE_URL$|PG[A-Z]+$|STRIPE_|SMTP_)/;

/** The shell's variables without those that could lead to somebody's real shop. */
export function cleanEnvironment(added: Environment): Environment {
  const kept = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  return { ...Object.fromEntries(kept), ...added };
}

/** A program that runs until we let go of it. */
export class Program {
  private readonly child: ChildProcess;
  private readonly log: string;
  private readonly ended: Promise<void>;
  /** The first line it prints. */
  readonly firstLine: Promise<string>;

  constructor(readonly name: string, command: string, args: string[], env: Environment) {
    mkdirSync(LOGS, { recursive: true });
    this.log = join(LOGS, `${name}.log`);
    const log = createWriteStream(this.log);
    // A process group of its own: a Ctrl-C at the terminal is ours to pass on, in order.
    this.child = spawn(command, args, { env: env as NodeJS.ProcessEnv, stdio: 'pipe', detached: true });
    this.child.stdout?.pipe(log, { end: false });
    this.child.stderr?.pipe(log, { end: false });
    this.ended = new Promise((resolve) => this.child.once('close', () => resolve()).once('error', () => resolve()));
    this.firstLine = this.readFirstLine();
    this.firstLine.catch(() => undefined);
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined;
  }

  /** The error to throw when it did not do what it was started for. */
  complaint(what: string): Error {
    return new Error(`${this.name} ${what}. It said:\n${readFileSync(this.log, 'utf8').slice(-4000)}`);
  }

  /** Lets go of it and waits. One that has ended before, or does not end now, has a complaint to explain. */
  async stop(): Promise<void> {
    if (this.hasEnded) throw this.complaint('ended before the tests did');
    this.child.stdin?.end();
    const tooLate = setTimeout(() => process.kill(-(this.child.pid ?? 0), 'SIGKILL'), 30_000);
    await this.ended;
    clearTimeout(tooLate);
    if (this.child.signalCode === 'SIGKILL') throw this.complaint('did not stop within 30 seconds');
  }

  private async readFirstLine(): Promise<string> {
    if (!this.child.stdout) throw new Error('no output');
    const lines = createInterface({ input: this.child.stdout });
    const first = once(lines, 'line').then(([line]) => String(line));
    const nothing = this.ended.then(() => Promise.reject(this.complaint('ended at once')));
    return Promise.race([first, nothing]);
  }
}

/** Runs a program to its end; the answer is what it printed. */
export async function run(command: string, args: string[], env: Environment, input = ''): Promise<string> {
  const child = spawn(command, args, { env: env as NodeJS.ProcessEnv, stdio: 'pipe' });
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (complained += chunk));
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ${args[0]} ended with ${code}:\n${complained}`);
  return said;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
