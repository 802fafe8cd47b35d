import { type Op, OP_KINDS, type OpBody, type OpKind } from '@counterfoil/domain'
import { instantSchema, opSchema, shownSchema } from '@counterfoil/protocol'
import { sha256Hex } from '../ledger-chain'
import type { BatchOp, Sender } from './batch'
import { canonicalText } from './canonical-text'
import { type BatchClock, reckonAlone } from './clock'
import type { Kept } from './feature'
import { KEEPERS } from './features'
import { redactedText } from './redact'

export type OpContent = Omit<BatchOp, 'index' | 'id' | 'seq'>

const KNOWN_KINDS: ReadonlySet<string> = new Set(OP_KINDS)
/** A kind that we do not know but can name. */
const NAMEABLE_KIND = /^[\w.-]{1,40}$/

/** Reads the content of one op; one that cannot be read is kept as text, with its verdict. */
export function readOp(sent: object, by: Sender['type'], clock: BatchClock): OpContent {
  const content_hash = sha256Hex(canonicalText(sent))
  const parsed = opSchema.safeParse(sent)
  if (!parsed.success || !fitsSender(parsed.data, by)) return readFlawed(sent, content_hash, clock)
  const op: Op = parsed.data
  const { data, token_hash, ticket } = keptOf(op)
  return {
    content_hash,
    op,
    flaw: undefined,
    kind: op.kind,
    at: op.at,
    offset_ms: op.offset_ms,
    shown: op.shown,
    reckoned: reckonAlone(op, clock),
    token_hash,
    ticket,
    data,
  }
}

/** A signed-in user has no sequence and needs no PIN. */
function fitsSender(op: Op, by: Sender['type']): boolean {
  return by === 'device' || (op.seq === undefined && op.sign_on === undefined)
}

function keptOf<K extends OpKind>({ kind, data }: OpBody<K>): Kept {
  return KEEPERS[kind](data)
}

function readFlawed(sent: object, content_hash: string, clock: BatchClock): OpContent {
  const kind: unknown = Reflect.get(sent, 'kind')
  const foreign = typeof kind === 'string' && !KNOWN_KINDS.has(kind)
  const at = instantSchema.safeParse(Reflect.get(sent, 'at')).data ?? null
  const offset: unknown = Reflect.get(sent, 'offset_ms')
  const offset_ms = Number.isSafeInteger(offset) ? Number(offset) : null
  return {
    content_hash,
    op: undefined,
    flaw: foreign ? 'KIND_UNKNOWN' : 'OP_MALFORMED',
    kind: typeof kind === 'string' && NAMEABLE_KIND.test(kind) ? kind : 'unknown',
    at,
    offset_ms,
    shown: shownSchema.safeParse(Reflect.get(sent, 'shown')).data ?? null,
    reckoned: at === null ? undefined : reckonAlone({ at, offset_ms }, clock),
    token_hash: undefined,
    data: { as_sent: redactedText(sent) },
  }
}
