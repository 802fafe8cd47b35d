import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * What happens to connections made from now on.
 * - `pass`: nothing.
 * - `cut`: the server gets the whole request; of its answer only `bytes` bytes come back.
 * - `black-hole`: accepted and never answered.
 * - `refuse`: closed at once.
 * - `portal`: every request is answered 200 with a page of HTML, as hotel networks do.
 */
export type Fault =
  | { readonly kind: 'pass' | 'black-hole' | 'refuse' | 'portal' }
  | { readonly kind: 'cut'; readonly bytes: number }

const PORTAL_PAGE = '<!doctype html><title>Welcome</title><h1>Please accept our terms</h1>'
const PORTAL =
  'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n' +
  `content-length: ${PORTAL_PAGE.length}\r\n\r\n${PORTAL_PAGE}`

/** A network between a client and a server that fails as told. */
export class FaultyProxy {
  fault: Fault = { kind: 'pass' }
  readonly #sockets = new Set<Socket>()
  /** Answers that were cut short so far. */
  cuts = 0

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {
    server.on('connection', (socket) => this.#serve(socket))
  }

  /** @param target origin of the real server */
  static async open(target: string): Promise<FaultyProxy> {
    const server = createServer()
    const proxy = new FaultyProxy(server, new URL(target))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return proxy
  }

  /** Where clients connect to. */
  get origin(): string {
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('the proxy is closed')
    return `http://localhost:${address.port}`
  }

  #serve(client: Socket): void {
    this.#keep(client)
    switch (this.fault.kind) {
      case 'refuse':
        client.destroy()
        return
      case 'black-hole':
        client.resume()
        return
      case 'portal':
        client.once('data', () => client.end(PORTAL))
        return
      case 'pass':
        this.#forward(client, Infinity)
        return
      case 'cut':
        this.#forward(client, this.fault.bytes)
    }
  }

  #forward(client: Socket, bytes: number): void {
    const upstream = connect(Number(this.target.port), '127.0.0.1')
    this.#keep(upstream)
    client.pipe(upstream)
    let left = bytes
    upstream.on('data', (chunk: Buffer) => {
      if (chunk.length <= left) {
        client.write(chunk)
      } else {
        this.cuts += 1
        client.end(chunk.subarray(0, left))
        upstream.destroy()
      }
      left -= chunk.length
    })
    upstream.on('close', () => client.end())
    client.on('close', () => upstream.destroy())
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#sockets.delete(socket))
  }

  /** Cuts every open connection, as a lost network does. */
  disconnect(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async close(): Promise<void> {
    this.disconnect()
    this.server.close()
    await once(this.server, 'close')
  }
}
