import { type Caller, type Endpoint, PROBLEM_MEDIA_TYPE, PROBLEMS } from '@counterfoil/protocol'
import type * as z from 'zod'
import { groupBy } from './group-by'
import type { JsonSchema, SchemaBook } from './json-schema'
import { problemsOf } from './problems-of'

const SESSION = [{ session: [] }, { user: [] }]

const SECURITY: Readonly<Record<Caller, readonly object[]>> = {
  anyone: [],
  device: [{ device: [] }],
  store: [{ device: [] }, ...SESSION],
  user: SESSION,
  merchant: SESSION,
  admin: SESSION,
}

export interface OperationPlace {
  readonly operationId: string
  readonly path: string
  /** The twin on which a platform admin acts for a merchant. */
  readonly onBehalf: boolean
}

/** One operation of an OpenAPI 3.1 document. */
export function describeOperation(book: SchemaBook, endpoint: Endpoint, place: OperationPlace) {
  const { caller, summary, tag } = endpoint
  return {
    operationId: place.operationId,
    summary: place.onBehalf ? `${summary} (on behalf)` : summary,
    tags: [place.onBehalf ? 'Platform, on behalf' : tag],
    'x-counterfoil-caller': place.onBehalf ? 'admin' : caller,
    ...(caller === 'merchant' && !place.onBehalf
      ? { 'x-counterfoil-role': endpoint.role ?? (endpoint.method === 'GET' ? 'viewer' : 'owner') }
      : {}),
    security: SECURITY[caller],
    parameters: describeParameters(book, endpoint, place),
    ...(endpoint.body === undefined ? {} : { requestBody: describeBody(book, endpoint.body) }),
    responses: {
      [endpoint.status]: describeAnswer(book, endpoint),
      ...describeProblems(endpoint),
    },
  }
}

function describeBody(book: SchemaBook, body: z.ZodType) {
  return {
    required: !body.safeParse(undefined).success,
    content: { 'application/json': { schema: book.describe(body, 'input') } },
  }
}

function describeAnswer(book: SchemaBook, { stream, answer, media }: Endpoint) {
  if (stream === true) {
    const schema = { type: 'string' }
    if (media !== undefined) {
      const content = Object.fromEntries(media.map((type) => [type, { schema }]))
      return { description: 'A file, sent as it is read', content }
    }
    return { description: 'Server-sent events', content: { 'text/event-stream': { schema } } }
  }
  if (answer === undefined) return { description: 'Done' }
  const schema = book.describe(answer, 'output')
  return { description: 'Done', content: { 'application/json': { schema } } }
}

function describeProblems(endpoint: Endpoint): Record<string, object> {
  const byStatus = groupBy(problemsOf(endpoint), (code) => PROBLEMS[code].status)
  const described = [...byStatus].map(([status, codes]) => {
    const code = { type: 'string', enum: codes }
    const schema = {
      allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code } }],
    }
    const description = codes.map((name) => `${name}: ${PROBLEMS[name].title}`).join('. ')
    return [String(status), { description, content: { [PROBLEM_MEDIA_TYPE]: { schema } } }] as const
  })
  return Object.fromEntries(described)
}

function describeParameters(book: SchemaBook, endpoint: Endpoint, place: OperationPlace) {
  const admin = { name: 'merchant_id', in: 'path', required: true, schema: UUID }
  return [
    ...(place.onBehalf ? [admin] : []),
    ...propertiesOf(book, endpoint.params, { in: 'path', required: true }),
    ...propertiesOf(book, endpoint.query, { in: 'query', required: false }),
    ...headersOf(endpoint, place).map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ]
}

const UUID = { type: 'string', format: 'uuid' }

function propertiesOf(
  book: SchemaBook,
  schema: z.ZodType | undefined,
  place: { readonly in: string; readonly required: boolean },
): object[] {
  if (schema === undefined) return []
  const { properties } = book.describe(schema, 'input') as JsonSchema & { properties?: JsonSchema }
  return Object.entries(properties ?? {}).map(([name, property]) =>
    Object.assign({ name, schema: property }, place),
  )
}

function headersOf(
  { method, caller, path, keyed }: Endpoint,
  { onBehalf }: OperationPlace,
): string[] {
  const merchant = caller === 'merchant'
  return [
    ...(caller === 'store' ? ['Counterfoil-Store'] : []),
    ...(path.endsWith('/sync/push') ? ['Counterfoil-Protocol'] : []),
    ...(merchant && !onBehalf ? ['Counterfoil-Merchant'] : []),
    ...(merchant && method !== 'GET' ? ['Idempotency-Key'] : []),
    ...(keyed === true ? ['Idempotency-Key-Required'] : []),
  ]
}
