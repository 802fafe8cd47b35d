import { SECOND } from '@counterfoil/domain'
import { setTimeout } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { acrossMerchants } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import { type ClaimedMail, claimMails, settleMail } from './claim-mails'
import { openContent } from './mail-outbox'
import { isFinal, nextTry, readFailure } from './retry'

type MailerDeps = Pick<Deps, 'config' | 'crypto' | 'db' | 'log' | 'newId' | 'now'>

export interface Mailer {
  /** Sends what is due, one after the other. @returns how many it tried */
  round(): Promise<number>
  /** Lets the mail that is under way end; the others stay for the next start or another node. */
  close(): Promise<void>
}

const EVERY = 2 * SECOND

/** Sends the outbox by SMTP. Any number of nodes may: each mail is leased to one of them. */
export function createMailer(deps: MailerDeps, smtpUrl: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const db = acrossMerchants(deps.db)
  let closing = false
  let running: Promise<number> = Promise.resolve(0)
  const send = async (mail: ClaimedMail): Promise<void> => {
    try {
      await transport.sendMail(messageOf(deps, mail))
      await settleMail(db, mail, { sent_at: deps.now() })
    } catch (error) {
      const failure = readFailure(error)
      const { code, responseCode } = failure
      const next_at = isFinal(failure) ? undefined : nextTry(mail.attempts, deps.now())
      const last_error = [code, responseCode].filter((part) => part !== undefined).join(' ')
      await settleMail(db, mail, { next_at, last_error })
      // Never the error itself: it may repeat the mail.
      deps.log.warn({ mail: mail.id, attempts: mail.attempts, code, responseCode }, 'mail not sent')
    }
  }
  const round = async (): Promise<number> => {
    const mails = await claimMails(db, deps.newId(), deps.now())
    for (const mail of mails) if (!closing) await send(mail)
    return mails.length
  }
  return {
    round: () => (running = round()),
    close: async () => {
      closing = true
      // A mail server that hangs does not hold up the stop: the lease ends by itself.
      await Promise.race([running.catch(() => 0), setTimeout(5 * SECOND, 0, { ref: false })])
      transport.close()
    },
  }
}

function messageOf({ config, crypto }: MailerDeps, mail: ClaimedMail) {
  const { from_name, to_name, text, html } = openContent(crypto, mail.content_sealed)
  const { hostname } = new URL(config.publicUrl)
  return {
    from: { name: from_name, address: config.mailFrom ?? '' },
    to: { name: to_name, address: mail.to_address },
    subject: mail.subject,
    // The same on every try: who gets it twice after a crash can tell that it is one.
    messageId: `<${mail.id}@${hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    text,
    html,
  }
}

/** Sends while the server runs; without SMTP everything waits. @returns a function that ends it */
export function sendMailsRegularly(deps: MailerDeps): () => Promise<void> {
  const { smtpUrl } = deps.config
  if (smtpUrl === undefined) return async () => undefined
  const mailer = createMailer(deps, smtpUrl)
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    mailer
      .round()
      .catch((error: unknown) => deps.log.warn({ err: error }, 'the outbox cannot be read'))
      .finally(() => (busy = false))
  }, EVERY)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await mailer.close()
  }
}
