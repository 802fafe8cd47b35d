import { formatInstant } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { decodePullCursor, encodePullCursor } from './pull-cursor'
import { notePulled } from './note-pulled'
import { pullPage } from './pull.query'
import { pullerOf } from './puller'

/** Answers as a stream: the body is the database's own text and is not read on the way. */
const PULL = { ...ENDPOINTS.pull, stream: true } as const

export function mountPull(router: Router, deps: Deps): void {
  mount(router, deps, PULL, async ({ deps: { crypto, db }, caller, query, now, c }) => {
    const puller = pullerOf(caller)
    const from = decodePullCursor(crypto, puller, query.cursor)
    const page = await pullPage(db, puller, { from, limit: query.limit, now })
    const { position, more, reset, changes, doors, clock } = page
    if (page.unnoted && from !== undefined && !reset) await notePulled(db, puller, from.pos)
    const cursor = encodePullCursor(crypto, puller, position)
    const head = JSON.stringify({ cursor, more, reset, server_time: formatInstant(now) })
    const counted = doors === null ? '' : `,"doors":${doors}`
    const told = clock === null ? '' : `,"clock":${clock}`
    const body = `${head.slice(0, -1)}${counted}${told},"changes":[${changes}]}`
    c.header('cache-control', 'no-store')
    c.header('content-type', 'application/json')
    c.header('content-length', String(Buffer.byteLength(body)))
    return c.body(body)
  })
}
