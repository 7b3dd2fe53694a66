// Runs a program for as long as somebody holds our standard input, then asks it to stop (SIGTERM) and waits for it.
// A test run that is killed cannot tidy up, but the kernel lets go of its pipe: no server outlives it.
import { spawn } from 'node:child_process';

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const stop = () => child.kill('SIGTERM');
process.stdin.resume().on('end', stop).on('close', stop);
process.on('SIGTERM', stop);
child.on('error', (error) => {
  console.error(`${program} cannot be run: ${error.message}`);
  process.exit(127);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGTERM' ? 0 : 1)));
