import {
  LEDGER_FAULTS,
  PUNCH_ACTIONS,
  PUNCH_SOURCES,
  REVIEW_REASONS,
  VERDICT_CODES,
  VERDICT_FLAGS,
} from '@counterfoil/domain'
import * as z from 'zod'
import {
  emptySchema,
  idSchema,
  instantSchema,
  listOf,
  listQuerySchema,
  textSchema,
} from '../common'
import { endpoint } from '../endpoint'
import { shownSchema } from '../op'
import { verdictDetailSchema } from '../verdict'

/** Names at the time of asking, for people to read; no part of what is hashed. */
const namesSchema = z
  .strictObject({
    staff_name: z.string().nullable(),
    device_label: z.string().nullable(),
    store_name: z.string().nullable(),
    program_name: z.string().nullable(),
    card_number: z.string().nullable(),
    user_name: z.string().nullable(),
    reward_name: z.string().nullable(),
    performance_title: z.string().nullable(),
    ticket_name: z.string().nullable(),
  })
  .meta({ id: 'Names' })

export const ledgerEntrySchema = z
  .strictObject({
    /** Position in the merchant's chain: from 1, gapless. */
    n: z.int().min(1),
    id: idSchema,
    /** The operation that caused the entry; `null` when its cause is a review. */
    op_id: idSchema.nullable(),
    review_id: idSchema.nullable(),
    /** An op kind, `review.accept`, `review.void`, `review.dismiss`, or one of `SHEET_ENTRY_KINDS`. */
    kind: z.string(),
    status: z.enum(['accepted', 'rejected']),
    code: z.enum(VERDICT_CODES).nullable(),
    flags: z.array(z.enum(VERDICT_FLAGS)),
    occurred_at: instantSchema,
    recorded_at: instantSchema,
    store_id: idSchema.nullable(),
    device_id: idSchema.nullable(),
    staff_id: idSchema.nullable(),
    user_id: idSchema.nullable(),
    program_id: idSchema.nullable(),
    card_id: idSchema.nullable(),
    /** Stamps moved on the card; negative where undone; 0 where nothing moved. */
    stamps: z.int(),
    /** Points moved; absent where none did. */
    points: z.int().optional(),
    /** What was redeemed. */
    reward_id: idSchema.optional(),
    /** What was paid, in minor units of `currency`. */
    amount_minor: z.int().optional(),
    currency: z.string().optional(),
    /** What only some entries say is absent from the others: their hashes know nothing of it. */
    performance_id: idSchema.optional(),
    ticket_id: idSchema.optional(),
    /** Moved through a door; negative: out, or not in after all. */
    people: z.int().optional(),
    /** What an amendment or a request tells the clock. */
    punch: z.enum(PUNCH_ACTIONS).optional(),
    /** How a punch was made; absent: by PIN at a tablet. */
    source: z.enum(PUNCH_SOURCES).optional(),
    /** The closed period that holds a punch back, or that was closed or opened. */
    period_id: idSchema.optional(),
    request_id: idSchema.optional(),
    /** Of a period, both days included. */
    from_day: z.string().optional(),
    to_day: z.string().optional(),
    /** Tablets that a period was closed without. */
    without: z.array(idSchema).optional(),
    /** The operation whose effect this entry takes back or brings about. */
    target_op_id: idSchema.nullable(),
    note: z.string().nullable(),
    prev_hash: z.string(),
    hash: z.string(),
    names: namesSchema,
  })
  .meta({ id: 'LedgerEntry' })
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>

export const verdictOfOpSchema = z.strictObject({
  status: z.enum(['accepted', 'rejected']),
  code: z.enum(VERDICT_CODES).nullable(),
  flags: z.array(z.enum(VERDICT_FLAGS)),
  detail: verdictDetailSchema,
})

export const operationSchema = z
  .strictObject({
    id: idSchema,
    device_id: idSchema.nullable(),
    incarnation: z.int().nullable(),
    user_id: idSchema.nullable(),
    store_id: idSchema,
    seq: z.int().nullable(),
    kind: z.string(),
    at: z.string().nullable(),
    offset_ms: z.int().nullable(),
    sign_on: idSchema.nullable(),
    occurred_at: instantSchema,
    received_at: instantSchema,
    shown: shownSchema.nullable(),
    verdict: verdictOfOpSchema,
    /** As sent, but never a sealed PIN or a raw token. */
    data: z.record(z.string(), z.unknown()),
    names: namesSchema,
  })
  .meta({ id: 'Operation' })
export type Operation = z.infer<typeof operationSchema>

export const reviewSchema = z
  .strictObject({
    id: idSchema,
    op_id: idSchema,
    reason: z.enum(REVIEW_REASONS),
    status: z.enum(['open', 'resolved']),
    opened_at: instantSchema,
    resolved_at: instantSchema.nullable(),
    resolved_by: z.string().nullable(),
    action: z.enum(['accept', 'void', 'dismiss']).nullable(),
    note: z.string().nullable(),
    /** What can be done about it now. */
    actions: z.array(z.enum(['accept', 'void', 'dismiss'])),
    operation: operationSchema,
  })
  .meta({ id: 'Review' })
export type Review = z.infer<typeof reviewSchema>

/** What a look at the whole ledger found. */
export const verificationSchema = z
  .strictObject({
    /** How far the chain is whole: number and hash of that entry; 0 before the first. */
    n: z.int().min(0),
    hash: z.string(),
    verified_at: instantSchema,
    /** The first thing that is not as the ledger says; `null` when everything is. */
    difference: z
      .strictObject({
        fault: z.enum(LEDGER_FAULTS),
        n: z.int().nullable(),
        table: z.string(),
        row: z.string().nullable(),
        field: z.string().nullable(),
        expected: z.string().nullable(),
        found: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'LedgerVerification' })
export type LedgerVerification = z.infer<typeof verificationSchema>

/** `jsonl`: what the hashes cover, word for word; `csv`: the same and names, for spreadsheets. */
export const EXPORT_FORMATS = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const idParams = z.strictObject({ id: idSchema })
const tag = { tag: 'Ledger', caller: 'merchant' } as const

export const ledgerQuerySchema = listQuerySchema.extend({
  card_id: idSchema.optional(),
  staff_id: idSchema.optional(),
  performance_id: idSchema.optional(),
  ticket_id: idSchema.optional(),
  device_id: idSchema.optional(),
  kind: z.string().max(40).optional(),
  status: z.enum(['accepted', 'rejected']).optional(),
  /** On `occurred_at`, from included, to excluded. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
})

export const ledgerEndpoints = {
  listLedger: endpoint({
    ...tag,
    method: 'GET',
    path: '/api/v1/merchant/ledger',
    summary: 'Entries of the ledger, newest first',
    query: ledgerQuerySchema,
    status: 200,
    answer: listOf(ledgerEntrySchema),
  }),
  exportLedger: endpoint({
    ...tag,
    method: 'GET',
    path: '/api/v1/merchant/ledger/export',
    summary: 'The whole ledger with its chain, oldest first, as a file',
    query: z.strictObject({ format: z.enum(EXPORT_FORMATS).default('csv') }),
    status: 200,
    stream: true,
    media: ['text/csv', 'application/jsonl'],
  }),
  verifyLedger: endpoint({
    ...tag,
    method: 'POST',
    path: '/api/v1/merchant/ledger/verify',
    summary: 'Walk the chain, rebuild every figure from it and compare',
    role: 'owner',
    body: emptySchema,
    status: 200,
    answer: z.strictObject({ verification: verificationSchema }),
  }),
  getLedgerEntry: endpoint({
    ...tag,
    method: 'GET',
    path: '/api/v1/merchant/ledger/:n',
    summary: 'One entry',
    params: z.strictObject({ n: z.coerce.number().int().min(1) }),
    status: 200,
    answer: z.strictObject({ entry: ledgerEntrySchema }),
  }),
  listOperations: endpoint({
    ...tag,
    method: 'GET',
    path: '/api/v1/merchant/operations',
    summary: 'Operations as tablets stated them, newest first',
    query: listQuerySchema.extend({
      device_id: idSchema.optional(),
      kind: z.string().max(40).optional(),
      status: z.enum(['accepted', 'rejected']).optional(),
    }),
    status: 200,
    answer: listOf(operationSchema),
  }),
  getOperation: endpoint({
    ...tag,
    method: 'GET',
    path: '/api/v1/merchant/operations/:id',
    summary: 'One operation and its verdict',
    params: idParams,
    status: 200,
    answer: z.strictObject({ operation: operationSchema }),
  }),
  listReviews: endpoint({
    ...tag,
    method: 'GET',
    path: '/api/v1/merchant/reviews',
    summary: 'What waits for a decision, and what was decided',
    query: listQuerySchema.extend({ status: z.enum(['open', 'resolved']).optional() }),
    status: 200,
    answer: listOf(reviewSchema),
  }),
  getReview: endpoint({
    ...tag,
    method: 'GET',
    path: '/api/v1/merchant/reviews/:id',
    summary: 'One review',
    params: idParams,
    status: 200,
    answer: z.strictObject({ review: reviewSchema }),
  }),
  resolveReview: endpoint({
    ...tag,
    method: 'POST',
    path: '/api/v1/merchant/reviews/:id/resolve',
    summary: 'Decide: accept it after all, void what it did, or leave the verdict as it is',
    role: 'manager',
    params: idParams,
    body: z.strictObject({ action: z.enum(['accept', 'void', 'dismiss']), note: textSchema }),
    status: 200,
    answer: z.strictObject({ review: reviewSchema }),
    problems: ['CONFLICT'],
  }),
  listAudit: endpoint({
    ...tag,
    method: 'GET',
    path: '/api/v1/merchant/audit',
    summary: 'Sign-ins and changes made in the console, newest first',
    query: listQuerySchema,
    status: 200,
    answer: listOf(
      z.strictObject({
        id: idSchema,
        at: instantSchema,
        user_id: idSchema.nullable(),
        user_name: z.string().nullable(),
        /** Like `device.revoke`. */
        action: z.string(),
        subject_id: idSchema.nullable(),
        detail: z.record(z.string(), z.unknown()),
        ip: z.string().nullable(),
      }),
    ),
  }),
}
