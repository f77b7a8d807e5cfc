import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** How one host of a farm answers. */
export interface HostPlan {
  /** A loopback address, or `localhost`. Only Linux and Windows answer on all of 127.0.0.0/8. */
  readonly address: string;
  /**
   * The final reply to AUTH, without CRLF; undefined = silence.
   *
   * @param nth how many AUTH commands this host has had, this one included
   */
  readonly answer: (username: string, nth: number) => string | undefined;
  /** Milliseconds before the reply, so that logins overlap. */
  readonly delayMs?: number;
  /** Never greets. */
  readonly isSilent?: boolean;
}

/** What a host saw. */
export class FarmHost {
  readonly address: string;
  port = 0;
  /** User names of AUTH commands, in order. */
  readonly auths: string[] = [];
  /** When each connection came, on the clock of performance.now(). */
  readonly connectedAt: number[] = [];
  /** Most connections that waited for the answer to their login at once. */
  peak = 0;
  #open = 0;
  readonly #plan: HostPlan;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  constructor(plan: HostPlan) {
    this.address = plan.address;
    this.#plan = plan;
    this.#server = createServer((socket) => {
      this.#serve(socket);
    });
  }

  async listen(): Promise<this> {
    this.#server.listen(0, this.address);
    await once(this.#server, 'listening');
    this.port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Plain SMTP, enough for AUTH PLAIN: a farm is about numbers, not about the protocol. */
  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    this.connectedAt.push(performance.now());
    this.#open += 1;
    // After this turn of the loop, so that the ends of connections that came before this one count first.
    setImmediate(() => (this.peak = Math.max(this.peak, this.#open)));
    let isOpen = true;
    const leave = (): void => {
      if (isOpen) this.#open -= 1;
      isOpen = false;
    };
    let unread = '';
    socket
      .on('error', () => undefined)

      .on('end', leave)
      .on('close', () => {
        leave();
        this.#sockets.delete(socket);
      });
    socket.setEncoding('latin1').on('data', (text: string) => {
      unread += text;
      const lines = unread.split('\r\n');
      unread = lines.pop() ?? '';
      for (const line of lines) this.#answer(socket, line, leave);
    });
    if (!this.#plan.isSilent) socket.write('220 farm ESMTP\r\n');
  }

  #answer(socket: Socket, line: string, leave: () => void): void {
    if (line.startsWith('EHLO')) socket.write('250-farm\r\n250 AUTH PLAIN\r\n');
    if (line === 'QUIT') leave();
    if (!line.startsWith('AUTH PLAIN ')) return;
    const [, username = ''] = Buffer.from(line.slice(11), 'base64').toString().split('\0');
    this.auths.push(username);
    const reply = this.#plan.answer(username, this.auths.length);
    if (reply === undefined) return;
    setTimeout(() => {
      leave(); // before the reply, after which the client may begin its next login
      socket.write(`${reply}\r\n`);
    }, this.#plan.delayMs ?? 0);
  }
}

export interface Farm {
  readonly hosts: readonly FarmHost[];
  /** The host at this place in the plans. */
  host(index: number): FarmHost;
  close(): Promise<void>;
}

export async function startFarm(plans: readonly HostPlan[]): Promise<Farm> {
  const hosts = await Promise.all(plans.map((plan) => new FarmHost(plan).listen()));
  return {
    hosts,
    host(index) {
      const host = hosts[index];
      if (!host) throw new Error(`the farm has no host ${index}`);
      return host;
    },
    async close() {
      await Promise.all(hosts.map((host) => host.close()));
    },
  };
}

/** What every account of a farm has in common, as keys of a list. */
export const FARM_DEFAULTS = {
  starttls: 'never',
  'allow-cleartext-auth': true,
  password: 'correct horse battery',
} as const;
