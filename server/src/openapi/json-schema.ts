import * as z from 'zod'

export type JsonSchema = Readonly<Record<string, unknown>>

const definitionsSchema = z.record(z.string(), z.record(z.string(), z.unknown()))

/** Turns zod schemas into JSON Schema 2020-12; named ones are gathered as components. */
export class SchemaBook {
  readonly #components = new Map<string, JsonSchema>()

  /** Every named schema that was met so far, by name. */
  get components(): Readonly<Record<string, JsonSchema>> {
    const byName = [...this.#components].sort(([a], [b]) => a.localeCompare(b))
    return Object.fromEntries(byName)
  }

  /** @param io `input`: what a caller sends, `output`: what it gets */
  describe(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const {
      $schema: _,
      $defs,
      ...rest
    } = pointToComponents(
      z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' }),
    )
    for (const [name, definition] of Object.entries(definitionsSchema.parse($defs ?? {}))) {
      this.#components.set(name, definition)
    }
    return this.#named(schema, rest)
  }

  /** A schema that is itself named, and that zod has spelt out, becomes a reference as well. */
  #named(schema: z.ZodType, described: JsonSchema): JsonSchema {
    const name = schema.meta()?.id
    if (name === undefined || '$ref' in described) return described
    const { id: _, ...component } = described
    this.#components.set(name, component)
    return { $ref: `#/components/schemas/${name}` }
  }
}

const objectSchema = z.record(z.string(), z.unknown())

function pointToComponents(schema: object): Readonly<Record<string, unknown>> {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')
  return objectSchema.parse(JSON.parse(text))
}
