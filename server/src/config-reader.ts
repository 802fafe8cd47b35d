import { isIP } from 'node:net'

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads single variables and gathers what is wrong with them, so that all are named at once. */
export interface Reader {
  readonly problems: readonly string[]
  text(name: string): string | undefined
  integer(name: string, range: { least: number; most: number; fallback: number }): number
  flag(name: string, fallback: boolean): boolean
  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T
  url(name: string, protocols: readonly string[]): string | undefined
  origin(name: string): string | undefined
  /** Parts between commas, without the empty ones. */
  list(name: string): string[]
  addresses(name: string): string[]
}

export function createReader(env: Environment): Reader {
  const problems: string[] = []
  const text = (name: string): string | undefined => {
    const value = env[name]?.trim()
    return value === '' ? undefined : value
  }
  const list = (name: string): string[] =>
    (text(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
  const url = (name: string, protocols: readonly string[]): string | undefined => {
    const value = text(name)
    if (value === undefined) return undefined
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
    problems.push(`${name} must be a URL beginning with ${protocols.join('// or ')}//`)
    return undefined
  }
  return {
    problems,
    text,
    url,
    list,
    integer: (name, { least, most, fallback }) => {
      const value = text(name) ?? String(fallback)
      if (/^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) {
        return Number(value)
      }
      problems.push(`${name} must be a whole number from ${least} to ${most}`)
      return fallback
    },
    flag: (name, fallback) => {
      const value = text(name) ?? (fallback ? '1' : '0')
      if (value !== '0' && value !== '1') problems.push(`${name} must be 0 or 1`)
      return value === '1'
    },
    choice: (name, choices, fallback) => {
      const value = text(name) ?? fallback
      const found = choices.find((choice) => choice === value)
      if (found === undefined) problems.push(`${name} must be one of ${choices.join(', ')}`)
      return found ?? fallback
    },
    origin: (name) => {
      const value = url(name, ['http:', 'https:'])
      if (value === undefined) return undefined
      const { origin, href } = new URL(value)
      if (href !== `${origin}/`) {
        problems.push(`${name} must be an origin without a path, such as https://shop.example`)
      }
      return origin
    },
    addresses: (name) => {
      const given = list(name)
      const bad = given.filter((part) => !isAddressRange(part))
      if (bad.length > 0) problems.push(`${name} must list IP addresses or CIDR ranges`)
      return given
    },
  }
}

function isAddressRange(text: string): boolean {
  const [address = '', prefix, more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more !== undefined) return false
  if (prefix === undefined) return true
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128)
}
