import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A port that drops every SYN: a listener whose process is stopped and whose queue is full. */
export interface BlackHole {
  readonly port: number;
  close(): void;
}

const LISTENER = `
const server = require('node:net').createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  process.stdout.write(String(server.address().port) + '\\n');
});`;

export async function openBlackHole(): Promise<BlackHole> {
  const child: ChildProcess = spawn(process.execPath, ['-e', LISTENER], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('the listener has no output');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(line.toString());
  child.kill('SIGSTOP'); // from outside, so that it accepts nothing once the queue is being filled
  const fillers: Socket[] = [];
  // Linux queues one connection more than the backlog; the first that gets no answer shows that it is full.
  while (await isAnswered(port, fillers));
  return {
    port,
    close() {
      for (const socket of fillers) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}

async function isAnswered(port: number, fillers: Socket[]): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  fillers.push(socket);
  const answer = once(socket, 'connect').then(() => true);
  await Promise.race([answer, wait(400)]);
  // On a loaded machine the time may be over before an answer that came long ago has been read.
  return Promise.race([answer, wait(50).then(() => false)]);
}
