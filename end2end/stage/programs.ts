// Starting and ending the programs under test. What they say is kept under results/logs.
import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { RESULTS } from './stage';

export type Environment = Record<string, string | undefined>;

const LOGS = join(RESULTS, 'logs');
/** Making and starting a PostgreSQL takes seconds, on a busy machine many. */
const PATIENCE = 90_000;
const OURS = /^(CLEW_|DATABASE_URL$|PG[A-Z]+$|STRIPE_|SHIPPO_|STITCH_|POSTCODES_|TWILIO_|RESEND_|VAPID_|PUSH_|FCM_|SMTP_)/;

/** The shell's variables without those that could lead to somebody's real shop. */
export function cleanEnvironment(added: Environment): Environment {
  const kept = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  return { ...Object.fromEntries(kept), ...added };
}

/** A program that runs until we let go of it. */
export class Program {
  private readonly child: ChildProcess;
  private readonly said: string;
  private readonly log: string;
  private readonly ended: Promise<void>;

  constructor(readonly name: string, command: string, args: string[], env: Environment) {
    mkdirSync(LOGS, { recursive: true });
    this.said = join(LOGS, `${name}.out`);
    this.log = join(LOGS, `${name}.log`);
    // Files, not pipes: what a program says while it stops must not fail because we are gone already.
    const stdio: StdioOptions = ['pipe', openSync(this.said, 'w'), openSync(this.log, 'w')];
    // A process group of its own: a Ctrl-C at the terminal is ours to pass on, in order.
    this.child = spawn(command, args, { env: env as NodeJS.ProcessEnv, stdio, detached: true });
    this.ended = new Promise((resolve) => this.child.once('close', () => resolve()).once('error', () => resolve()));
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined;
  }

  /** The first line it prints. */
  async firstLine(): Promise<string> {
    await this.until('print a line', () => readFileSync(this.said, 'utf8').includes('\n'));
    return readFileSync(this.said, 'utf8').split('\n')[0] ?? '';
  }

  /** What it printed that fits; waits for it. */
  async says(pattern: RegExp): Promise<string> {
    const found = () => pattern.exec(readFileSync(this.said, 'utf8'))?.[0];
    await this.until(`print ${pattern}`, () => found() !== undefined);
    return found() ?? '';
  }

  /** Waits until something is true, while the program lives. */
  async until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((resume) => setTimeout(resume, 50))) {
      if (await isSo()) return;
      if (this.hasEnded) throw this.complaint(`ended and did not ${what}`);
    }
    throw this.complaint(`did not ${what}`);
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

  private complaint(what: string): Error {
    const said = [this.said, this.log].map((file) => readFileSync(file, 'utf8').slice(-2000)).join('\n');
    return new Error(`${this.name} ${what}. It said:\n${said}`);
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
