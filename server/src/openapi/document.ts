import { ENDPOINTS, type Endpoint, PROBLEMS, problemSchema } from '@counterfoil/protocol'
import { twinOf } from '../http/mount'
import { SchemaBook } from './json-schema'
import { describeOperation, type OperationPlace } from './operation'

/** The wire contract as the running server publishes it, made of the very table it mounts. */
export function createDocument(publicUrl: string) {
  const book = new SchemaBook()
  book.describe(problemSchema, 'output')
  const paths: Record<string, Record<string, object>> = {}
  const add = (endpoint: Endpoint, place: OperationPlace): void => {
    const item = (paths[templateOf(place.path)] ??= {})
    item[endpoint.method.toLowerCase()] = describeOperation(book, endpoint, place)
  }
  for (const [operationId, endpoint] of allEndpoints()) {
    const { path } = endpoint
    add(endpoint, { operationId, path, onBehalf: false })
    if (endpoint.caller === 'merchant') {
      add(endpoint, { operationId: `${operationId}OnBehalf`, path: twinOf(path), onBehalf: true })
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Counterfoil', version: '1', description: DESCRIPTION },
    servers: [{ url: publicUrl }],
    paths,
    components: { schemas: book.components, parameters: PARAMETERS, securitySchemes: SCHEMES },
    'x-counterfoil-problems': PROBLEMS,
  }
}

/** Every route by its name. */
export function allEndpoints(): [name: string, endpoint: Endpoint][] {
  return Object.entries(ENDPOINTS)
}

function templateOf(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}')
}

const DESCRIPTION = `JSON, UTF-8, snake_case. Times are RFC 3339 in UTC with milliseconds, ids UUIDv7
made by whoever creates the thing, money integer minor units. Lists answer \`items\` and \`next\`, the
cursor of the following page. Unknown fields are refused. Every error is a problem document
(RFC 9457) whose \`code\` is stable: 400 BODY_MALFORMED when a body's structure is wrong (JSON
types, missing or unknown members), 422 VALIDATION when it is well-formed and a value is not allowed.
\`x-counterfoil-caller\` says who may call a route, \`x-counterfoil-role\` the least role.`

const text = { type: 'string' }
const KEY = { type: 'string', minLength: 1, maxLength: 255 }

const PARAMETERS = {
  'Counterfoil-Store': {
    name: 'Counterfoil-Store',
    in: 'header',
    description: 'Code of the store; signed-in users must name it, tablets must not.',
    schema: text,
  },
  'Counterfoil-Merchant': {
    name: 'Counterfoil-Merchant',
    in: 'header',
    description: 'Which merchant is meant, for users of several; without it the first by name.',
    schema: { type: 'string', format: 'uuid' },
  },
  'Counterfoil-Protocol': {
    name: 'Counterfoil-Protocol',
    in: 'header',
    required: true,
    schema: { type: 'integer' },
  },
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'The same key and body within 24 hours get the same answer; another body is 422.',
    schema: KEY,
  },
  'Idempotency-Key-Required': {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'The same key and body get the same answer for ever; another body is 422.',
    schema: KEY,
  },
}

const SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-counterfoil',
    description: 'Of `POST /api/v1/auth/login`. Writes are refused when their Origin is foreign.',
  },
  user: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Of `POST /api/v1/auth/token`; lives 15 minutes.',
  },
  device: {
    type: 'http',
    scheme: 'DPoP',
    description: 'The pairing token with a DPoP proof (RFC 9449) by the key that claimed it.',
  },
}
