import { type EpochMs, type Id, plus, SECOND } from '@counterfoil/domain'

export interface Reward {
  readonly id: Id
  readonly cost: number
}

interface Deed {
  readonly kind: 'loyalty.earn' | 'loyalty.redeem'
  readonly at: EpochMs
  readonly data: object
}

/** What customers with cards of points do at the beginning of a rush. */
export type Purchases = (at: EpochMs) => readonly Deed[]

const EVERY = 3
const CHEAPEST = 280
const SPREAD = 1900

/**
 * Every third rush somebody buys something; who has enough for the reward takes it at once. Asked in
 * the order in which the server hears of the rushes.
 */
export function createPurchases(tokens: readonly string[], reward: Reward | undefined): Purchases {
  const balances = new Map<string, number>()
  return (start) => {
    const second = Math.floor(start / SECOND)
    const card_token = tokens[second % tokens.length]
    if (card_token === undefined || second % EVERY !== 0) return []
    const amount_minor = CHEAPEST + (second % SPREAD)
    const earn = { card_token, amount_minor, currency: 'EUR' }
    const deeds: Deed[] = [{ kind: 'loyalty.earn', at: plus(start, 2 * SECOND), data: earn }]
    const balance = (balances.get(card_token) ?? 0) + Math.floor(amount_minor / 100)
    const taken = reward !== undefined && balance >= reward.cost ? reward : undefined
    balances.set(card_token, balance - (taken?.cost ?? 0))
    if (taken !== undefined) {
      const data = { card_token, reward_id: taken.id }
      deeds.push({ kind: 'loyalty.redeem', at: plus(start, 3 * SECOND), data })
    }
    return deeds
  }
}
