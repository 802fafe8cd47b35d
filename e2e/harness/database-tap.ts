import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** What passes between a server and its database; `true` cuts the connection there and then. */
export type Watch = (text: string) => boolean

const LET_PASS: Watch = () => false

/**
 * A wire between a server and its database that can be looked at and cut: at the very statement, at
 * the very answer. Not encrypted, as local connections are.
 */
export class DatabaseTap {
  /** Sees what the server says, before the database gets it. */
  onStatement: Watch = LET_PASS
  /** Sees what the database answers, before the server gets it. */
  onAnswer: Watch = LET_PASS
  /** Whether connections are refused, and those that are there cut. */
  #away = false
  readonly #sockets = new Set<Socket>()

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {
    server.on('connection', (socket) => this.#serve(socket))
  }

  /** @param database connection string of the real database */
  static async open(database: string): Promise<DatabaseTap> {
    const server = createServer()
    const tap = new DatabaseTap(server, new URL(database))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return tap
  }

  /** Connection string that leads through the tap. */
  get url(): string {
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('the tap is closed')
    const url = new URL(this.target)
    url.host = `127.0.0.1:${address.port}`
    return url.href
  }

  set away(away: boolean) {
    this.#away = away
    if (away) this.#disconnect()
  }

  #serve(client: Socket): void {
    this.#keep(client)
    if (this.#away) {
      client.destroy()
      return
    }
    const upstream = this.#upstream()
    this.#keep(upstream)
    const pass = (from: Socket, to: Socket, watch: () => Watch): void => {
      from.on('data', (chunk: Buffer) => {
        if (to.destroyed) return
        if (!watch()(chunk.toString('latin1'))) to.write(chunk)
        else for (const socket of [client, upstream]) socket.destroy()
      })
      from.on('close', () => to.destroy())
    }
    pass(client, upstream, () => this.onStatement)
    pass(upstream, client, () => this.onAnswer)
  }

  /** The database listens on TCP, or on a socket in the folder that its address names. */
  #upstream(): Socket {
    const host = decodeURIComponent(this.target.hostname)
    const port = Number(this.target.port)
    return host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#sockets.delete(socket))
  }

  #disconnect(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async close(): Promise<void> {
    this.#disconnect()
    this.server.close()
    await once(this.server, 'close')
  }
}
