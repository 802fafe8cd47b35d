import type { EpochMs } from './time'

/** So many people in (positive) or out (negative) at one moment. */
export interface Step {
  readonly at: EpochMs
  readonly people: number
}

/**
 * How many people are inside at every moment, kept so that a step anywhere in time costs little:
 * with ten thousand steps known, asking and adding touch a few hundred numbers. Mutable, as all of
 * the working copy. Steps at the same moment are one: nobody saw which came first.
 */
export interface Crowd {
  /** Inside once everything at `at` and before it has happened. */
  at(at: EpochMs): number
  /** The most inside at `at` or at any moment after it. */
  peakFrom(at: EpochMs): number
  /** The fewest inside at `at` or at any moment after it. */
  lowFrom(at: EpochMs): number
  /** Inside once everything that is known has happened. */
  last(): number
  add(step: Step): void
}

/** Some neighbouring moments, with what they add up to. */
interface Block {
  readonly ats: EpochMs[]
  readonly people: number[]
  last: number
  sum: number
  /** Highest and lowest running sum within the block, counted from its start. */
  peak: number
  low: number
}

interface Outlook {
  readonly level: number
  readonly peak: number
  readonly low: number
}

const FULL_BLOCK = 128

/** @param before inside before the first step; whoever asks must not ask about an earlier time */
export function createCrowd(steps: readonly Step[], before = 0): Crowd {
  const blocks: Block[] = []
  for (const step of steps.toSorted((a, b) => a.at - b.at)) append(blocks, step)
  for (const block of blocks) settle(block)
  return {
    at: (at) => lookFrom(blocks, before, at).level,
    peakFrom: (at) => lookFrom(blocks, before, at).peak,
    lowFrom: (at) => lookFrom(blocks, before, at).low,
    last: () => blocks.reduce((sum, block) => sum + block.sum, before),
    add: (step) => insert(blocks, step),
  }
}

function append(blocks: Block[], { at, people }: Step): void {
  const last = blocks.at(-1)
  if (last === undefined || (last.ats.length >= FULL_BLOCK / 2 && last.ats.at(-1) !== at)) {
    blocks.push({ ats: [at], people: [people], last: 0, sum: 0, peak: 0, low: 0 })
    return
  }
  put(last, last.ats.at(-1) === at ? last.ats.length - 1 : last.ats.length, { at, people })
}

function lookFrom(blocks: readonly Block[], before: number, at: EpochMs): Outlook {
  let level = before
  let index = 0
  for (; index < blocks.length; index += 1) {
    const block = blocks[index]
    if (block === undefined || block.last > at) break
    level += block.sum
  }
  const split = blocks[index]
  if (split === undefined) return { level, peak: level, low: level }
  const here = lookWithin(split, level, at)
  let running = level + split.sum
  let { peak, low } = here
  for (index += 1; index < blocks.length; index += 1) {
    const block = blocks[index]
    if (block === undefined) break
    peak = Math.max(peak, running + block.peak)
    low = Math.min(low, running + block.low)
    running += block.sum
  }
  return { level: here.level, peak, low }
}

function lookWithin({ ats, people }: Block, before: number, at: EpochMs): Outlook {
  let level = before
  let index = 0
  for (; (ats[index] ?? Infinity) <= at; index += 1) level += people[index] ?? 0
  let running = level
  let peak = level
  let low = level
  for (; index < ats.length; index += 1) {
    running += people[index] ?? 0
    peak = Math.max(peak, running)
    low = Math.min(low, running)
  }
  return { level, peak, low }
}

function insert(blocks: Block[], step: Step): void {
  const found = blocks.findIndex(({ last }) => last >= step.at)
  const index = found === -1 ? blocks.length - 1 : found
  const block = blocks[index]
  if (block === undefined) {
    blocks.push({ ats: [], people: [], last: 0, sum: 0, peak: 0, low: 0 })
    return insert(blocks, step)
  }
  const place = block.ats.findIndex((at) => at >= step.at)
  put(block, place === -1 ? block.ats.length : place, step)
  if (block.ats.length > FULL_BLOCK) {
    const tail = FULL_BLOCK / 2
    const moved = { ats: block.ats.splice(tail), people: block.people.splice(tail) }
    const next = { ...moved, last: 0, sum: 0, peak: 0, low: 0 }
    settle(next)
    blocks.splice(index + 1, 0, next)
  }
  settle(block)
}

function put({ ats, people }: Block, place: number, step: Step): void {
  if (ats[place] === step.at) people[place] = (people[place] ?? 0) + step.people
  else {
    ats.splice(place, 0, step.at)
    people.splice(place, 0, step.people)
  }
}

function settle(block: Block): void {
  let sum = 0
  let peak = -Infinity
  let low = Infinity
  for (const people of block.people) {
    sum += people
    peak = Math.max(peak, sum)
    low = Math.min(low, sum)
  }
  block.last = block.ats.at(-1) ?? -Infinity
  block.sum = sum
  block.peak = peak
  block.low = low
}
