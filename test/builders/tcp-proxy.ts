import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Where in an exchange a connection is cut: the server never hears the request, or the client never hears the answer. */
export type Cut = 'before the server hears it' | 'before the answer is heard'

interface Trap {
  word: string
  cut: Cut
  /** How many such requests pass before. */
  after: number
  /** What happens at the same moment, such as the whole server going away. */
  meanwhile: () => void
  /** What the client hears instead, on a connection that stays; absent: the connection is cut. */
  answer?: (request: Buffer) => Buffer
  /** Whether it goes on until `comeBack`. */
  isLasting?: boolean
}

/**
 * A TCP proxy between a MongoDB client and its server. The server seems killed, silent, slow or cut off in the middle of an exchange, while it runs on
 * for everybody else.
 */
export class TcpProxy {
  /** Address for a client that must not learn of any other way to the server. */
  readonly uri: string
  readonly port: number
  #server: Server
  readonly #target: { host: string; port: number }
  readonly #sockets = new Set<Socket>()
  #traps: Trap[] = []
  #delay = 0
  #isSilent = false

  constructor(server: Server, { target, port, uri }: { target: TcpProxy['target']; port: number; uri: string }) {
    this.#server = server
    this.#target = target
    this.port = port
    this.uri = uri
    server.on('connection', (client) => this.#join(client))
  }

  get target(): { host: string; port: number } {
    return this.#target
  }

  /** Ends every connection and takes no new ones, as a killed server does. */
  goAway(): void {
    this.#server.close()
    this.cutAll()
  }

  /** Listens again at the same port, and answers. */
  async comeBack(): Promise<void> {
    this.#isSilent = false
    this.#delay = 0
    this.#traps = this.#traps.filter(({ isLasting }) => !isLasting)
    if (!this.#server.listening) await once(this.#server.listen(this.port, '127.0.0.1'), 'listening')
  }

  /** Takes connections and requests and answers nothing, as a stuck server or a broken line does. */
  beSilent(): void {
    this.#isSilent = true
  }

  /** Every answer comes so many milliseconds late. */
  beSlow(milliseconds: number): void {
    this.#delay = milliseconds
  }

  /** Cuts the connection at the next request that holds the word, once; with `after` so many of them pass first. */
  cutOnce(
    word: string,
    cut: Cut,
    { after = 0, meanwhile = () => {} }: Partial<Pick<Trap, 'after' | 'meanwhile'>> = {},
  ): void {
    this.#traps.push({ word, cut, after, meanwhile })
  }

  /** Answers the next request that holds the word in the place of the server, which hears it or does not; with `isLasting` all of them. */
  answerInstead(
    word: string,
    cut: Cut,
    { answer, isLasting = false }: Required<Pick<Trap, 'answer' | 'isLasting'>>,
  ): void {
    this.#traps.push({ word, cut, after: 0, meanwhile: () => {}, answer, isLasting })
  }

  /** Whether every cut that was asked for has happened. */
  get hasCut(): boolean {
    return this.#traps.length === 0
  }

  cutAll(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  close(): void {
    if (this.#server.listening) this.#server.close()
    this.cutAll()
  }

  #join(client: Socket): void {
    const server = connect(this.#target)
    const end = () => {
      client.destroy()
      server.destroy()
    }
    for (const socket of [client, server]) {
      this.#sockets.add(socket)
      socket.on('error', end)
      socket.on('close', () => {
        this.#sockets.delete(socket)
        end()
      })
    }
    let trap: Trap | undefined
    let trapped: Buffer = Buffer.alloc(0)
    const spring = () => {
      if (trap?.answer === undefined) end()
      else client.write(trap.answer(trapped))
      trap?.meanwhile()
      trap = undefined
    }
    client.on('data', (request: Buffer) => {
      if (this.#isSilent) return
      trap ??= this.#takeTrap(request)
      trapped = request
      if (trap?.cut === 'before the server hears it') spring()
      else server.write(request)
    })
    server.on('data', (answer: Buffer) => {
      if (trap !== undefined) spring()
      else if (!this.#isSilent) this.#pass(client, answer)
    })
  }

  #takeTrap(request: Buffer): Trap | undefined {
    const trap = this.#traps.find(({ word }) => request.includes(word))
    if (trap === undefined || trap.after-- > 0) return undefined
    if (!trap.isLasting) this.#traps = this.#traps.filter((other) => other !== trap)
    return trap
  }

  #pass(client: Socket, answer: Buffer): void {
    if (this.#delay === 0) client.write(answer)
    else setTimeout(() => client.destroyed || client.write(answer), this.#delay)
  }
}

/**
 * Opens a proxy before the first server of a MongoDB address. `settings`: what the address of the proxy says beside, such as
 * `serverSelectionTimeoutMS=500`.
 */
export async function openTcpProxy(address: string, settings = ''): Promise<TcpProxy> {
  const [, login = '', host = '', port = '27017', database = ''] =
    /^mongodb:\/\/([^@/]*@)?([^:/,?]+)(?::(\d+))?[^/?]*\/?([^?]*)/.exec(address) ?? []
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const own = server.address()
  if (own === null || typeof own === 'string') throw new Error('a TCP server has a port')
  const uri = `mongodb://${login}127.0.0.1:${own.port}/${database}?directConnection=true&${settings}`
  return new TcpProxy(server, { target: { host, port: Number(port) }, port: own.port, uri: uri.replace(/&$/, '') })
}
