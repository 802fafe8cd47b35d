import { randomUUID } from 'node:crypto'
import type { ClientBase, Notification } from 'pg'

/**
 * Whether a connection that listens hears what another one says. Behind a pooler that hands
 * connections out by the transaction `listen` is answered like anywhere else, and nothing is heard.
 * @param say sends the word to the channel, on another connection
 * @param within how long to wait for it, in milliseconds
 */
export async function isHeard(
  listener: ClientBase,
  say: (word: string) => Promise<unknown>,
  within: number,
): Promise<boolean> {
  const word = randomUUID()
  let hear: (notification: Notification) => void = () => undefined
  const heard = new Promise<boolean>((resolve) => {
    hear = ({ payload }) => {
      if (payload === word) resolve(true)
    }
    setTimeout(() => resolve(false), within).unref()
  })
  listener.on('notification', hear)
  try {
    await say(word)
    return await heard
  } finally {
    listener.off('notification', hear)
  }
}
