import type { Id, SeqRange } from '@counterfoil/domain'
import { createEngine, type Draft, type Engine, type Ports, type StopCode } from '@counterfoil/sync'
import type { KioskDb } from '../db/database'
import { createOutbox } from '../db/outbox'
import { createReplica } from '../db/replica'
import type { Credentials, Identity } from '../db/rows'
import { createDeviceFetch } from '../net/device-fetch'
import { listenLive } from '../net/live-stream'
import { createTransport } from '../net/transport'

export interface SessionParts {
  readonly db: KioskDb
  readonly clock: Ports['clock']
  readonly timers: Ports['timers']
  readonly health: Ports['health']
  readonly newId: () => Id
  readonly awaited: ReadonlySet<Id>
  readonly onStop: (code: StopCode) => void
}

/** One pairing at work: the engine and its live stream. */
export interface Session {
  readonly engine: Engine
  readonly end: () => void
}

export function startSession(
  parts: SessionParts,
  identity: Identity,
  credentials: Credentials,
): Session {
  const send = createDeviceFetch(identity.api_url, credentials)
  const lostDraft = ([from_seq, to_seq]: SeqRange): Draft => ({
    id: parts.newId(),
    body: { kind: 'device.lost', data: { from_seq, to_seq } },
    at: parts.clock.wall(),
    offset_ms: engine.offset(),
    sign_on: null,
    subject: null,
    lost: [from_seq, to_seq],
  })
  const ports: Ports = {
    outbox: createOutbox({
      db: parts.db,
      stream: { device_id: identity.device.id, incarnation: identity.incarnation },
      onScreen: (id) => parts.awaited.has(id),
      lostDraft,
    }),
    replica: createReplica(parts.db),
    transport: createTransport(send),
    clock: parts.clock,
    timers: parts.timers,
    random: Math.random,
    health: parts.health,
  }
  const engine = createEngine(ports, {
    limits: identity.limits,
    onStop: (code) => {
      hangUp()
      parts.onStop(code)
    },
  })
  const hangUp = listenLive(send, engine.hint)
  engine.start()
  return {
    engine,
    end: () => {
      hangUp()
      engine.stop()
    },
  }
}
