import { parseInstant } from '@counterfoil/domain'
import type { Change, ClockNews, Door } from '@counterfoil/protocol'
import { ENTITIES } from './local/pulled'
import type { PullPage } from './ports'
import { isRecord } from './reply'

/**
 * Reads a page of changes: its frame is checked, things this version has no use for are passed
 * over. The rows themselves are taken as the server (which we know by its certificate) wrote them:
 * 50,000 of them must not cost a cheap tablet its first minute.
 */
export function readPullAnswer(body: unknown): PullPage | undefined {
  if (!isRecord(body)) return undefined
  const { cursor, more, reset, server_time, changes } = body
  if (typeof cursor !== 'string' || cursor === '') return undefined
  if (typeof more !== 'boolean' || typeof reset !== 'boolean') return undefined
  if (typeof server_time !== 'string' || !Array.isArray(changes)) return undefined
  const serverTime = parseInstant(server_time)
  if (serverTime === undefined) return undefined
  const doors = readDoors(body['doors'])
  const clock = isClock(body['clock']) ? body['clock'] : null
  const rows = changes.filter(isChange)
  return { cursor, more, reset, server_time: serverTime, changes: rows, doors, clock }
}

/** Taken as it is written, as the rows are. */
function isClock(value: unknown): value is ClockNews {
  return isRecord(value) && isRecord(value['rules']) && Array.isArray(value['people'])
}

/** Servers of before do not tell; a row that cannot be read is no door. */
function readDoors(value: unknown): readonly Door[] | null {
  return Array.isArray(value) ? value.filter(isDoor) : null
}

function isDoor(value: unknown): value is Door {
  if (!isRecord(value) || typeof value['label'] !== 'string') return false
  const { drained_at } = value
  const time = typeof drained_at === 'string' ? parseInstant(drained_at) : null
  return typeof value['id'] === 'string' && (drained_at === null || time !== undefined)
}

function isChange(value: unknown): value is Change {
  if (!isRecord(value) || typeof value['id'] !== 'string') return false
  const { entity, data } = value
  const known = typeof entity === 'string' && Object.hasOwn(ENTITIES, entity)
  return known && (data === null || isRecord(data))
}
