/** A reader of OpenAPI 3.1 documents: which routes there are, and a body that each would accept. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly minLength?: number
  readonly items?: Schema
  readonly minItems?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { schema?: Schema }>> }
  readonly responses?: Readonly<Record<string, unknown>>
  readonly 'x-counterfoil-caller'?: string
  readonly 'x-counterfoil-role'?: string
}

export interface OpenApi {
  readonly openapi: string
  readonly servers?: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

export interface Route {
  readonly method: string
  /** As the document writes it, with `{id}`; always from `/api/v1` on. */
  readonly path: string
  readonly body: Schema | undefined
  /** What it answers when it does what it is asked. */
  readonly success: string | undefined
  /** Who may call it, and with which least role, by the document's own word. */
  readonly caller: string | undefined
  readonly role: string | undefined
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete'])

/** Every route of the document. */
export function routesOf(document: OpenApi): Route[] {
  const base = (document.servers?.[0]?.url ?? '')
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/\/$/, '')
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: path.startsWith('/api/') ? path : base + path,
        body: operation.requestBody?.content?.['application/json']?.schema,
        success: Object.keys(operation.responses ?? {}).find((status) => status.startsWith('2')),
        caller: operation['x-counterfoil-caller'],
        role: operation['x-counterfoil-role'],
      })),
  )
}

/** What to put into a field, by its name; undefined leaves it to the schema. */
export type Fill = (name: string) => unknown

/** A smallest value that fits the schema, and with it whatever the caller fills in. */
export function sampleOf(schema: Schema, document: OpenApi, fill: Fill, name = ''): unknown {
  const filled = fill(name)
  if (filled !== undefined && name !== '') return filled
  const target = resolve(schema, document)
  if (target.const !== undefined) return target.const
  const given = target.enum?.[0] ?? target.examples?.[0] ?? target.default
  if (given !== undefined) return given
  const choice = target.anyOf?.[0] ?? target.oneOf?.[0]
  if (choice !== undefined) return sampleOf(choice, document, fill, name)
  const merged = (target.allOf ?? []).map((part) => sampleOf(part, document, fill, name))
  if (merged.length > 0) return Object.assign({}, ...merged) as unknown
  return plainSample(target, document, fill, name)
}

function plainSample(schema: Schema, document: OpenApi, fill: Fill, name: string): unknown {
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0]
  switch (type) {
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () =>
        sampleOf(schema.items ?? {}, document, fill, name.replace(/s$/, '')),
      )
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return true
    case 'string':
      return 'sample'.padEnd(schema.minLength ?? 0, 'x')
    case 'null':
      return null
    case undefined:
    default:
      return objectSample(schema, document, fill)
  }
}

function objectSample(schema: Schema, document: OpenApi, fill: Fill): unknown {
  const properties = schema.properties ?? {}
  const filled = Object.keys(properties).filter((name) => fill(name) !== undefined)
  const names = new Set([...(schema.required ?? []), ...filled])
  return Object.fromEntries(
    [...names].map((name) => [name, sampleOf(properties[name] ?? {}, document, fill, name)]),
  )
}

function resolve(schema: Schema, document: OpenApi): Schema {
  if (schema.$ref === undefined) return schema
  const target = document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? '']
  if (target === undefined) throw new Error(`no schema ${schema.$ref}`)
  return resolve(target, document)
}
