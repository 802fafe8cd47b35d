import { JOBS, type Pairing } from '@counterfoil/domain'
import { LIMITS } from '@counterfoil/protocol'
import { isRecord, type Reply, readReply } from '@counterfoil/sync'
import type { Credentials, Identity } from '../db/rows'
import { answerOf, createDeviceFetch } from './device-fetch'

/** Binds the pairing token to our key. The same key again gets the same answer. */
export async function claim(pairing: Pairing, credentials: Credentials): Promise<Reply<Identity>> {
  const send = createDeviceFetch(pairing.api_url, credentials)
  const body = JSON.stringify({
    app_version: APP_VERSION,
    platform: navigator.userAgent.slice(0, 200),
  })
  const signal = AbortSignal.timeout(20_000)
  const answer = await answerOf(() => send({ method: 'POST', path: '/device/claim', body, signal }))
  return readReply(answer, (value) => readClaim(pairing.api_url, value))
}

/** What a tablet relies on must be there; what a newer server adds is passed over. */
function readClaim(apiUrl: string, value: unknown): Identity | undefined {
  if (!isRecord(value)) return undefined
  const { device, store, merchant, incarnation, sealing_key: key, limits } = value
  if (!isRecord(device) || !isRecord(store) || !isRecord(merchant) || !isRecord(key)) {
    return undefined
  }
  const parts = { device, store, merchant, key }
  if (!TEXTS.every(([part, field]) => typeof parts[part][field] === 'string')) return undefined
  if (!Array.isArray(device['jobs']) || !Number.isSafeInteger(incarnation)) return undefined
  const { jobs } = device
  return {
    state: 'paired',
    api_url: apiUrl,
    device: {
      id: text(device, 'id'),
      label: text(device, 'label'),
      jobs: JOBS.filter((job) => jobs.includes(job)),
    },
    store: {
      id: text(store, 'id'),
      code: text(store, 'code'),
      name: text(store, 'name'),
      time_zone: text(store, 'time_zone'),
    },
    merchant: { id: text(merchant, 'id'), name: text(merchant, 'name') },
    incarnation: Number(incarnation),
    sealing_key: {
      kty: 'EC',
      crv: 'P-256',
      x: text(key, 'x'),
      y: text(key, 'y'),
      alg: 'ECDH-ES',
      use: 'enc',
      kid: text(key, 'kid'),
    },
    limits: readLimits(limits),
  }
}

const TEXTS = [
  ['device', 'id'],
  ['device', 'label'],
  ['store', 'id'],
  ['store', 'code'],
  ['store', 'name'],
  ['store', 'time_zone'],
  ['merchant', 'id'],
  ['merchant', 'name'],
  ['key', 'x'],
  ['key', 'y'],
  ['key', 'kid'],
] as const

function text(record: Readonly<Record<string, unknown>>, field: string): string {
  return String(record[field])
}

function readLimits(value: unknown): Identity['limits'] {
  const { max_ops, max_bytes } = isRecord(value) ? value : {}
  return {
    max_ops: typeof max_ops === 'number' && max_ops >= 1 ? max_ops : LIMITS.max_ops,
    max_bytes: typeof max_bytes === 'number' && max_bytes >= 1 ? max_bytes : LIMITS.max_bytes,
  }
}
