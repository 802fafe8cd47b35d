import { type Language, pickLanguage } from '@counterfoil/messages'
import type { Context } from 'hono'
import type { AppEnv } from './env'

/** Longer headers say nothing more of what somebody reads. */
const LONGEST = 500

/** The language of ours that a browser prefers (`Accept-Language`, by weight); English if none. */
export function acceptedLanguage(c: Context<AppEnv>): Language {
  const tags = (c.req.header('accept-language') ?? '')
    .slice(0, LONGEST)
    .split(',')
    .map((part) => {
      const [tag = '', weight = ''] = part.trim().split(';')
      return { tag, q: Number(/^\s*q=([\d.]+)$/.exec(weight)?.[1] ?? 1) }
    })
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q)
  return pickLanguage(tags.map(({ tag }) => tag))
}
