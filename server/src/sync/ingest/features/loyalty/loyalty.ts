import type { LoyaltyEffects, LoyaltyOps } from '@counterfoil/domain'
import { hashToken } from '../../../../qr/token'
import type { Feature, Keepers } from '../../feature'
import type { LoyaltyFacts } from './facts'
import { readLoyalty } from './read'
import { gatherLoyalty } from './write'

/** Cards and what moves on them. */
export const loyalty: Feature<LoyaltyFacts, keyof LoyaltyEffects> = {
  ...readLoyalty,
  gather: gatherLoyalty,
}

export const keepLoyalty: Keepers<keyof LoyaltyOps> = {
  'loyalty.stamp': ({ card_token, count = 1 }) => {
    const token_hash = hashToken(card_token)
    return { token_hash, data: { token_hash, count } }
  },
  'loyalty.earn': ({ card_token, ...purchase }) => {
    const token_hash = hashToken(card_token)
    return { token_hash, data: { token_hash, ...purchase } }
  },
  'loyalty.redeem': ({ card_token, reward_id }) => {
    const token_hash = hashToken(card_token)
    return { token_hash, data: { token_hash, reward_id } }
  },
}
