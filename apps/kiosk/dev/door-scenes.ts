import {
  ACCEPTED,
  epochMs,
  rejected,
  type VerdictCode,
  type VerdictDetail,
} from '@counterfoil/domain'
import { EVENING, TICKET } from './fake-door'
import type { Stage } from './stage'

const TICKET_TEXT = 'https://card.example/t/v1.a.b'

async function open({ kiosk, touch, wait }: Stage): Promise<void> {
  const paired = kiosk.live.pairing.get()
  if (paired.kind === 'paired') {
    kiosk.live.pairing.set({ ...paired, label: 'North door', jobs: ['loyalty', 'door'] })
  }
  await touch('[data-screen] input[value="door"]')
  await wait(300)
}

async function atDoor(stage: Stage): Promise<void> {
  await open(stage)
  await stage.touch('[data-screen="shift"] li:first-child button')
  await stage.wait(200)
}

async function refuse(stage: Stage, code: VerdictCode, detail: VerdictDetail = {}): Promise<void> {
  stage.kiosk.fakeDoor.next = rejected(code, detail)
  await atDoor(stage)
  stage.show(TICKET_TEXT)
  await stage.wait(300)
}

async function admit(stage: Stage): Promise<void> {
  await atDoor(stage)
  stage.show(TICKET_TEXT)
  await stage.wait(300)
}

const at = new Date(Date.now() - 27 * 60_000).toISOString()
const first = { at, device_label: 'South door' }
const LATER = { ...EVENING, title: 'The Tempest', starts_at: epochMs(Date.now() + 50 * 3_600_000) }

/** Every screen of the door, by name. */
export const DOOR_SCENES: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  'door-shift': open,
  'door-home': atDoor,
  'door-home-silent': async (stage) => {
    const since = epochMs(Date.now() - 25 * 60_000)
    stage.kiosk.fakeDoor.crowd = { ...stage.kiosk.fakeDoor.crowd, silent: { doors: 2, since } }
    await atDoor(stage)
  },
  'door-out': async (stage) => {
    await atDoor(stage)
    await stage.touch('[data-screen="door"] input[value="out"]')
  },
  'door-in': admit,
  'door-last': async (stage) => {
    await admit(stage)
    await stage.wait(1_500)
  },
  'door-unlisted': async (stage) => {
    stage.kiosk.fakeDoor.ticket = { ...TICKET, name: null, listed: false }
    await admit(stage)
  },
  'door-ask': async (stage) => {
    stage.kiosk.fakeDoor.ticket = { ...TICKET, admitted: 1 }
    await atDoor(stage)
    await stage.touch('[data-screen="door"] button[data-asks]')
    stage.show(TICKET_TEXT)
    await stage.wait(300)
  },
  'door-walk-in': async (stage) => {
    await atDoor(stage)
    await stage.touch('[data-screen="door"] [class*="hands"] > button:last-child')
  },
  'door-find': async (stage) => {
    await atDoor(stage)
    await stage.touch('[data-screen="door"] [class*="hands"] > button:nth-child(3)')
    await stage.wait(200)
    const field = document.querySelector<HTMLInputElement>('[data-screen="find"] input')
    field?.focus()
    // As a keyboard does it; React hears of nothing less.
    document.execCommand('insertText', false, 'm')
    await stage.wait(200)
  },
  'door-exit': async (stage) => {
    stage.kiosk.fakeDoor.next = { ...ACCEPTED, detail: { inside: 211, capacity: 300 } }
    await atDoor(stage)
    await stage.touch('[data-screen="door"] input[value="out"]')
    stage.show(TICKET_TEXT)
    await stage.wait(300)
  },
  'door-unknown': (stage) => refuse(stage, 'TICKET_UNKNOWN'),
  'door-forged': (stage) => refuse(stage, 'TICKET_FORGED'),
  'door-revoked': (stage) => refuse(stage, 'TICKET_REVOKED'),
  'door-other-show': (stage) => {
    stage.kiosk.fakeDoor.ticket = { ...TICKET, performance: LATER }
    return refuse(stage, 'TICKET_WRONG_PERFORMANCE')
  },
  'door-unconfirmed': (stage) => refuse(stage, 'TICKET_UNCONFIRMED'),
  'door-already': (stage) =>
    refuse(stage, 'TICKET_ALREADY_ADMITTED', { first, admitted: 4, party_size: 4 }),
  'door-not-inside': (stage) => {
    stage.kiosk.fakeDoor.pending = true
    return refuse(stage, 'TICKET_NOT_INSIDE')
  },
  'door-full': (stage) => refuse(stage, 'PERFORMANCE_FULL', { capacity: 300, inside: 300 }),
  'door-not-all': (stage) =>
    refuse(stage, 'PERFORMANCE_FULL', { capacity: 300, inside: 280, kept: 17 }),
  'door-leased': async (stage) => {
    stage.kiosk.fakeDoor.crowd = { ...stage.kiosk.fakeDoor.crowd, leased: 12 }
    await atDoor(stage)
  },
  'door-closed': (stage) =>
    refuse(stage, 'PERFORMANCE_NOT_OPEN', {
      opens_at: new Date(Date.now() + 40 * 60_000).toISOString(),
    }),
}
