import type { EpochMs } from '@counterfoil/domain'
import type { Dice } from './dice'
import type { SimShop } from './shop'
import type { SimTablet } from './tablet'
import type { Weather } from './line'

const WEATHERS: Readonly<Record<Weather, number>> = {
  fine: 6,
  lossy: 8,
  down: 4,
  portal: 2,
  flapping: 3,
  hole: 1,
}

const DEEDS = {
  stamp: 10,
  earn: 4,
  redeem: 4,
  signOn: 4,
  wrongPin: 5,
  punch: 4,
  admit: 6,
  exit: 3,
  walkIn: 2,
  signOff: 1,
  undo: 2,
  hint: 1,
  retry: 1,
} as const

const MISHAPS = {
  weather: 12,
  crash: 5,
  clock: 5,
  photograph: 2,
  putBack: 2,
  forgetOne: 2,
  secondPage: 3,
  wipe: 1,
  revoke: 2,
  pairAgain: 1,
  unlock: 2,
} as const

/** Mean time between two things that a person does at one tablet. */
const DEED_MS = 3500
const MISHAP_MS = 8000

/** Keeps one tablet's people and bad luck busy until the given time. */
export function troubleTablet(tablet: SimTablet, shop: SimShop, until: EpochMs): void {
  const { schedule } = tablet
  const dice = tablet.dice.fork()
  const again = (mean: number, act: () => Promise<void>): void => {
    const wait = dice.wait(mean)
    if (schedule.now + wait >= until) return
    schedule.after(wait, async () => {
      await act()
      again(mean, act)
    })
  }
  again(DEED_MS, async () => deed(tablet, shop, dice))
  again(MISHAP_MS, () => mishap(tablet, shop, dice))
}

/** Never waited for: it may take until long after the page has died. */
function deed(tablet: SimTablet, shop: SimShop, dice: Dice): void {
  const what = dice.weigh(DEEDS)
  void doDeed(tablet, shop, dice, what).catch((error: unknown) => tablet.failed(error))
}

async function doDeed(
  tablet: SimTablet,
  shop: SimShop,
  dice: Dice,
  what: keyof typeof DEEDS,
): Promise<void> {
  switch (what) {
    case 'stamp':
      return tablet.stamp(dice.pick(shop.cards))
    case 'earn':
      return tablet.earn(dice.pick(shop.pointCards))
    case 'redeem':
      return redeem(tablet, shop, dice)
    case 'signOn':
      return tablet.signOn(dice.pick(shop.people), true)
    case 'wrongPin':
      return tablet.signOn(dice.pick(shop.people), false)
    case 'admit': {
      const { tickets, forged } = shop.house
      return tablet.admit(dice.pick([...tickets, forged]))
    }
    case 'exit':
      return tablet.exit(dice.pick(shop.house.tickets))
    case 'walkIn':
      return tablet.walkIn()
    case 'punch':
      return tablet.punch()
    case 'signOff':
      return tablet.signOff()
    case 'undo':
      return tablet.undo()
    case 'hint':
      return tablet.page?.engine.hint()
    case 'retry':
      return tablet.page?.engine.retryNow()
  }
}

function redeem(tablet: SimTablet, shop: SimShop, dice: Dice): Promise<void> {
  if (dice.chance(0.7)) return tablet.redeem(dice.pick(shop.pointCards), shop.reward)
  const card = dice.pick(shop.cards)
  return tablet.redeem(card, card.program.id)
}

async function mishap(tablet: SimTablet, shop: SimShop, dice: Dice): Promise<void> {
  const what = dice.weigh(MISHAPS)
  tablet.note(what)
  switch (what) {
    case 'weather':
      tablet.line.weather = dice.weigh(WEATHERS)
      return
    case 'crash':
      return crash(tablet, dice)
    case 'clock':
      return tablet.clock.jump(dice.pick([dice.between(-3000, 3000), dice.between(-9e7, 9e7)]))
    case 'photograph':
      return tablet.photograph()
    case 'putBack':
      tablet.putBack()
      return crash(tablet, dice)
    case 'forgetOne':
      return tablet.forgetOne()
    case 'secondPage':
      return tablet.doublePage()
    case 'wipe':
      tablet.wipe()
      return pairLater(tablet, shop, dice)
    case 'revoke':
      await revoke(tablet, shop)
      return pairLater(tablet, shop, dice)
    case 'pairAgain':
      return pairAgain(tablet, shop, dice)
    case 'unlock':
      return shop.unlock(dice.pick(shop.people))
  }
}

function crash(tablet: SimTablet, dice: Dice): void {
  tablet.kill()
  tablet.schedule.after(dice.between(0, 10_000), () => tablet.boot())
}

async function revoke(tablet: SimTablet, shop: SimShop): Promise<void> {
  const { identity, credentials } = tablet
  if (identity === undefined || credentials === null) return
  await shop.revoke(identity.device.id)
  tablet.parts.witness.dead.add(credentials.token.jti)
}

function pairLater(tablet: SimTablet, shop: SimShop, dice: Dice): void {
  tablet.schedule.after(dice.between(2000, 15_000), () => pairAgain(tablet, shop, dice))
}

/** By somebody at the console: the same device row anew, or another one. */
export async function pairAgain(tablet: SimTablet, shop: SimShop, dice: Dice): Promise<void> {
  const { identity, credentials } = tablet
  const same = identity !== undefined && dice.chance(0.5)
  // Another row leaves the former one as it was: paired, with nobody behind it.
  if (same && credentials !== null) tablet.parts.witness.dead.add(credentials.token.jti)
  await tablet.paired(same ? await shop.pairAgain(identity.device.id) : await shop.pair())
  tablet.note(`paired as ${tablet.identity?.device.id.slice(-6)}/${tablet.identity?.incarnation}`)
}
