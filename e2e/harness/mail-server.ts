import { SMTPServer } from 'smtp-server'

interface Received {
  readonly to: readonly string[]
  /** Headers and both bodies, soft line breaks and escapes undone. */
  readonly text: string
}

/** A real SMTP server that keeps what it is given. */
export class MailServer {
  readonly received: Received[] = []

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<MailServer> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const to = envelope.rcptTo.map(({ address }) => address)
          mails.received.push({ to, text: readable(Buffer.concat(chunks).toString()) })
          done()
        })
      },
    })
    const mails = new MailServer(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return mails
  }

  /** What a product's server is told as `SMTP_URL`. */
  get url(): string {
    const address = this.server.server.address()
    if (address === null || typeof address === 'string') throw new Error('not listening')
    return `smtp://127.0.0.1:${address.port}`
  }

  /** The link to such a page in the newest mail to somebody that has one. */
  linkTo(email: string, path: string): string | undefined {
    const link = new RegExp(`https?://\\S+?/${path}/[\\w.-]+`)
    const own = this.received.filter(({ to }) => to.includes(email))
    return own.map(({ text }) => link.exec(text)?.[0]).findLast((found) => found !== undefined)
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve))
  }
}

/** Undoes quoted-printable, as far as links and plain words need it. */
function readable(mail: string): string {
  return mail
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`)))
}
