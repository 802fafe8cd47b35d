import { addSeqs, NO_SEQS, type SeqState } from '@counterfoil/domain'
import { sql } from 'kysely'
import type { Batch } from './batch'
import type { CoreFacts } from './facts'
import type { Part, Scope } from './sql-parts'

/** Which operations hold a number of a stream. */
const HOLDER = sql`device_id is not null and code is distinct from 'SEQ_REUSED'`
const RECOVERED = sql`flags @> '{RECOVERED}'`

/**
 * Which operations hold their numbers against a batch. What other tablets recovered in the name of
 * a pairing that lives holds nothing against that pairing itself: no tablet can take another's
 * numbers, nor put the times of another's operations right.
 */
export function holders({ recovered }: Pick<Batch, 'recovered'>): Part {
  return recovered ? HOLDER : sql`${HOLDER} and not ${RECOVERED}`
}

/** Where the stream stands, as columns of a select without a table. */
export function streamColumns(
  { merchant, device, incarnation }: Scope,
  { recovered }: Pick<Batch, 'recovered'>,
): Part[] {
  const stream = sql`(select json_build_object('last_seq', last_seq, 'highest', highest,
      'missing', missing)
    from device_stream where merchant_id = ${merchant} and device_id = ${device}::uuid
     and incarnation = ${incarnation}::integer) as stream`
  // Runs of numbers without a hole: their distance from their place in the order is the same.
  const runs = sql`(select json_agg(json_build_array(low, high) order by low) from
    (select min(seq) as low, max(seq) as high from
      (select seq, seq - row_number() over (order by seq) as run from operation
        where merchant_id = ${merchant} and device_id = ${device}::uuid
          and incarnation = ${incarnation}::integer and ${HOLDER} and ${RECOVERED}) as numbered
      group by run) as runs) as recovered_seqs`
  return recovered ? [stream, runs] : [stream]
}

/** Whether the stream's own tablet may still hand in operations under these numbers itself. */
export function living(incarnation: number | null): Part {
  return sql`(revoked_at is null and incarnation = ${incarnation}::integer)`
}

/** What the sender is told of the stream: recovered numbers count for who recovers. */
export function knownSeqs({ stream, recovered_seqs }: StreamFacts): SeqState {
  const runs = recovered_seqs ?? []
  return runs.reduce<SeqState>((state, [from, to]) => addSeqs(state, from, to), stream ?? NO_SEQS)
}

export type StreamFacts = Pick<CoreFacts, 'stream' | 'recovered_seqs'>
