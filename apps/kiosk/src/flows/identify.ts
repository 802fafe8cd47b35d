import { checkPrice, type Credential, type Id, priceOf, readCredential } from '@counterfoil/domain'
import { cardState, effectsOn } from '@counterfoil/sync'
import { getMeta, type KioskDb } from '../db/database'
import { publicUrlOf } from '../db/forget'
import type { CardRow, ProgramRow, RewardRow } from '../db/rows'
import type { Identified, IdentifiedCard } from '../kiosk'
import { sha256 } from '../net/base64url'

const STAMP = { kind: 'stamp' } as const
const OTHER: Identified = { kind: 'other', credential: { kind: 'unknown' } }
/** What is printed under a code, for typing it in. */
const BARE_TOKEN = /^[A-Za-z0-9_-]{22}$/

/** Reads a text and looks it up by index. Never throws: an unreadable replica knows nothing. */
export async function identify(db: KioskDb, text: string): Promise<Identified> {
  try {
    const credential = readCredential(text, await publicUrls(db))
    const bare = text.trim()
    return credential.kind === 'unknown' && BARE_TOKEN.test(bare)
      ? await identifyBare(db, bare)
      : await identifyCredential(db, credential)
  } catch {
    // The storage trouble itself is told by the status bar.
    return OTHER
  }
}

/** Databases from before addresses were kept know only the one they are paired with. */
export async function publicUrls(db: KioskDb): Promise<readonly string[]> {
  const known = await getMeta(db, 'public_urls')
  if (known !== undefined) return known
  const identity = await getMeta(db, 'identity')
  return identity === undefined ? [] : [publicUrlOf(identity)]
}

async function identifyCredential(db: KioskDb, credential: Credential): Promise<Identified> {
  switch (credential.kind) {
    case 'card':
      return identifyCard(db, credential.token)
    case 'badge':
      return badgeOf(await findBadge(db, credential.token)) ?? { kind: 'badge_unknown' }
    case 'pairing':
      return { kind: 'pairing', pairing: credential.pairing }
    case 'ticket':
    case 'poster':
    case 'foreign':
    case 'unknown':
      return { kind: 'other', credential }
  }
}

/** A typed token says nothing of what it belongs to: only what is on our list counts. */
async function identifyBare(db: KioskDb, token: string): Promise<Identified> {
  const card = await identifyCard(db, token)
  return card.card === null ? (badgeOf(await findBadge(db, token)) ?? OTHER) : card
}

function badgeOf(staff_id: Id | undefined): Identified | undefined {
  return staff_id === undefined ? undefined : { kind: 'badge', staff_id }
}

/** Whose badge it is, if that person still works here. */
export async function findBadge(db: KioskDb, token: string): Promise<Id | undefined> {
  const staff = await db.staff
    .where('badge_hash')
    .equals(await sha256(token))
    .first()
  return staff?.active === true ? staff.id : undefined
}

async function identifyCard(db: KioskDb, token: string): Promise<IdentifiedCard> {
  const card = await db.cardByToken(await sha256(token))
  if (card === undefined) {
    const pin_required = await anyProgramAsks(db)
    const nothing = { card: null, program: null, rewards: [], deed: STAMP } as const
    return { kind: 'card', token, pin_required, ...nothing }
  }
  const [program, rewards, described] = await Promise.all([
    db.programs.get(card.program_id),
    db.rewards.where('program_id').equals(card.program_id).toArray(),
    describe(db, card),
  ])
  return {
    kind: 'card',
    token,
    card: described,
    program: program ?? null,
    pin_required: program?.pin_required ?? (await anyProgramAsks(db)),
    rewards: program === undefined ? [] : affordable(program, rewards, described),
    deed: STAMP,
  }
}

type Held = NonNullable<IdentifiedCard['card']>

async function describe(db: KioskDb, card: CardRow): Promise<Held> {
  const { total, points } = cardState(card, await effectsOn(db, card.id))
  return { id: card.id, number_end: card.number_end, stamps: total, points }
}

/** Rewards that what is on the card reaches for, the dearest first. */
function affordable(
  program: ProgramRow,
  rewards: readonly RewardRow[],
  held: Held,
): IdentifiedCard['rewards'] {
  return rewards
    .filter((reward) => reward.active && checkPrice(held, priceOf(program, reward)) === undefined)
    .toSorted((a, b) => b.cost - a.cost)
    .map(({ id, name, cost }) => ({ id, name, cost }))
}

/** A card we do not know may be of any program: ask for the PIN that it may need. */
async function anyProgramAsks(db: KioskDb): Promise<boolean> {
  const programs: ProgramRow[] = await db.programs.toArray()
  return programs.some(({ active, pin_required }) => active && pin_required)
}
