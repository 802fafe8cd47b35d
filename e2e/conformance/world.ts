import type { TabletClient } from '../harness/tablet-client'
import { must } from '../harness/shop'
import type { Verdict } from '../harness/wire'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** `accepted`, or the code of the refusal. */
export function outcome({ status, code }: Verdict): string {
  return status === 'accepted' ? status : `${code}`
}

/** Pushes and answers the verdicts. */
export async function verdicts(tablet: TabletClient, ops: readonly unknown[]): Promise<Verdict[]> {
  return [...must(await tablet.push(ops), 200).verdicts]
}

export { expect, test } from '../harness/server-test'
export { must, PIN, Shop, unique, WRONG_PIN, type Thing } from '../harness/shop'
