import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const SERVER = join(HERE, '.peers/server');
/** The server's end of the line. */
const FAR_ADDRESS = '10.77.0.2';
const NEAR = 'bench-near';
const FAR = 'bench-far';
/** Loopback addresses that stand for hosts; the server listens on all of them as `localhost`. */
export const HOSTS = Array.from({ length: 100 }, (_, index) => `127.0.1.${index + 1}`);

/** A folder with a CA and a server certificate (P-256, the cheapest common kind), removed at the end. */
export function createCertificates() {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-bench-'));
  const at = (name) => join(folder, name);
  const openssl = (line, ...more) =>
    execFileSync('openssl', [...line.split(' '), ...more], { stdio: 'ignore', cwd: folder });
  const key = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes';
  openssl(`req -x509 ${key} -keyout ca.key -out ca.pem -days 365 -subj`, '/CN=Bench CA');
  openssl(`req ${key} -keyout server.key -out server.csr -subj /CN=bench`);
  writeFileSync(at('names'), `subjectAltName=DNS:localhost,IP:127.0.0.1,IP:${FAR_ADDRESS}\n`);
  const signed = '-CA ca.pem -CAkey ca.key -CAcreateserial -out server.pem -days 90 -extfile names';
  openssl(`x509 -req -in server.csr ${signed}`);
  return {
    folder,
    ca: at('ca.pem'),
    certificate: at('server.pem'),
    key: at('server.key'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Starts a process and waits for its first line. */
async function start(argv) {
  const [command, ...parameters] = argv;
  const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  const nextLine = () =>
    new Promise((resolve) =>
      child.stdout.once('data', (chunk) => resolve(chunk.toString().trim())),
    );
  const failure = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(`${command} ended with ${status}`)));
  });
  const line = await Promise.race([nextLine(), failure]);
  failure.catch(() => undefined); // its end is no failure any more
  return {
    line,
    pid: child.pid,
    ask(signal) {
      const answer = nextLine();
      child.kill(signal);
      return answer;
    },
    stop: () => new Promise((resolve) => child.once('close', resolve) && child.kill()),
  };
}

/** Milliseconds of CPU that a process has used so far (proc(5): fields 14 and 15, in ticks of 10 ms). */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function openStage(certificates, host, server, prefix) {
  const [port, implicitPort] = server.line.split(' ').map(Number);
  /** What the server has done so far. */
  const serverCounts = async () => {
    const [handshakes, resumed] = (await server.ask('SIGUSR1')).split(' ').map(Number);
    return { cpuMs: cpuOf(server.pid), handshakes, resumed };
  };
  return { ...certificates, host, port, implicitPort, prefix, serverCounts };
}

/** The server on all loopback addresses. */
export async function startLoopbackServer(certificates) {
  const server = await start([SERVER, certificates.certificate, certificates.key]);
  return { ...openStage(certificates, '127.0.0.1', server, []), stop: server.stop };
}

/** The server at the far end of a line; contestants run at its near end, behind `prefix`. */
export async function startDistantServer(certificates, roundTripMs) {
  const ip = (line) => execFileSync('ip', line.split(' '));
  for (const name of [NEAR, FAR]) ip(`netns add ${name}`);
  const line = await start(['python3', join(HERE, 'line.py'), NEAR, FAR, `${roundTripMs / 2}`]);
  const inside = (name) => ['ip', 'netns', 'exec', name];
  const command = [...inside(FAR), SERVER, certificates.certificate, certificates.key];
  const server = await start(command);
  const stage = openStage(certificates, FAR_ADDRESS, server, inside(NEAR));
  return {
    ...stage,
    roundTripMs: await measureRoundTrip(stage),
    async stop() {
      await server.stop();
      await line.stop();
      for (const name of [NEAR, FAR]) ip(`netns del ${name}`);
    },
  };
}

/** What the line really takes: the median time of TCP connections over it. */
async function measureRoundTrip({ prefix, host, port }) {
  const program = `
import socket, statistics, time
def connect():
    began = time.perf_counter()
    socket.create_connection(("${host}", ${port})).close()
    return (time.perf_counter() - began) * 1000
print(statistics.median(connect() for _ in range(9)))`;
  const probe = await start([...prefix, 'python3', '-c', program]);
  return Number(probe.line);
}
