import * as z from 'zod'
import { TOPICS } from './topics'

const hintSchema = z.object({
  node: z.string(),
  merchants: z.array(z.tuple([z.string(), z.array(z.enum(TOPICS))])),
})

/** What one node tells the others: which topics changed, by merchant. */
export type Hint = z.infer<typeof hintSchema>

/** `undefined` for anything else: a newer node may say things that this one does not know. */
export function readHint(payload: string): Hint | undefined {
  try {
    return hintSchema.safeParse(JSON.parse(payload)).data
  } catch {
    return undefined
  }
}
