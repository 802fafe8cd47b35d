import {
  type EpochMs,
  parseInstant,
  type SeqRange,
  VERDICT_CODES,
  VERDICT_FLAGS,
  type VerdictCode,
  type VerdictDetail,
} from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import { isRecord } from './reply'

export interface ReadPushAnswer {
  readonly received_at: EpochMs
  readonly last_seq: number
  readonly missing: readonly SeqRange[]
  readonly verdicts: readonly WireVerdict[]
}

/**
 * Reads a push answer as a tablet in the field must: what it relies on has to be there, whatever a
 * newer server adds is passed over. `undefined` when it is not a push answer.
 */
export function readPushAnswer(body: unknown): ReadPushAnswer | undefined {
  if (!isRecord(body) || !Array.isArray(body['verdicts']) || !Array.isArray(body['missing'])) {
    return undefined
  }
  const receivedAt = instant(body['received_at'])
  const lastSeq = body['last_seq']
  const verdicts = body['verdicts'].map(readVerdict)
  const missing = body['missing'].map(readRange)
  if (receivedAt === undefined || !isWhole(lastSeq)) return undefined
  if (verdicts.includes(undefined) || missing.includes(undefined)) return undefined
  return {
    received_at: receivedAt,
    last_seq: lastSeq,
    missing: missing.filter((range) => range !== undefined),
    verdicts: verdicts.filter((verdict) => verdict !== undefined),
  }
}

function readVerdict(value: unknown): WireVerdict | undefined {
  if (!isRecord(value)) return undefined
  const { id, seq, status, code, flags, detail, occurred_at } = value
  if (typeof id !== 'string' || (status !== 'accepted' && status !== 'rejected')) return undefined
  if (instant(occurred_at) === undefined || typeof occurred_at !== 'string') return undefined
  return {
    id,
    seq: isWhole(seq) ? seq : null,
    status,
    code: status === 'accepted' ? null : readCode(code),
    flags: Array.isArray(flags) ? VERDICT_FLAGS.filter((flag) => flags.includes(flag)) : [],
    detail: isRecord(detail) ? readDetail(detail) : {},
    occurred_at,
  }
}

/** A code that this version has no words for still is a refusal. */
function readCode(code: unknown): VerdictCode {
  return VERDICT_CODES.find((known) => known === code) ?? 'OP_MALFORMED'
}

/** Plain values, and objects of plain values: where and when a ticket went in first is one. */
function readDetail(detail: Readonly<Record<string, unknown>>): WireVerdict['detail'] {
  const kept: Record<string, VerdictDetail[string]> = readPlain(detail)
  for (const [name, value] of Object.entries(detail)) {
    if (isRecord(value)) kept[name] = readPlain(value)
  }
  return kept
}

function readPlain(values: Readonly<Record<string, unknown>>): Record<string, Plain> {
  const kept: Record<string, Plain> = {}
  for (const [name, value] of Object.entries(values)) if (isPlain(value)) kept[name] = value
  return kept
}

type Plain = string | number | boolean | null

function isPlain(value: unknown): value is Plain {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function readRange(value: unknown): SeqRange | undefined {
  if (!Array.isArray(value)) return undefined
  const [from, to]: unknown[] = value
  return isWhole(from) && isWhole(to) && from <= to ? [from, to] : undefined
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function instant(value: unknown): EpochMs | undefined {
  return typeof value === 'string' ? parseInstant(value) : undefined
}
