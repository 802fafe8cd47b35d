/**
 * A year of punches of 200 people, four a working day: how long the server takes for everybody's
 * sheet of a month, and of the whole year, from the query to the JSON.
 */
import { epochMs, HOUR } from '@counterfoil/domain'
import { sql } from 'kysely'
import { readRange, type AskedRange } from '../src/clock/sheet-range'
import { readSheets, sheetOf } from '../src/clock/sheet.query'
import { forMerchant } from '../src/db/wall/merchant-scope'
import { startBenchServer, tidy } from './lib/bench-server'
import { makeShop } from './lib/bench-shop'
import { latencyOf, note, report } from './lib/report'

const PEOPLE = 200
const ROUNDS = 20
/** What a month's sheets may take, p95. */
const GOAL_MS = 300
const NOW = epochMs(Date.parse('2026-12-31T20:00:00Z'))

const server = await startBenchServer()
try {
  const { owner, deps } = server
  note('making people and their year …')
  const { merchant_id, store_id } = await makeShop(server, 1)
  const merchant = sql`${merchant_id}::uuid`
  await sql`insert into staff (merchant_id, id, name, personnel_number, created_at)
    select ${merchant}, gen_random_uuid(), 'Person ' || lpad(i::text, 3, '0'), 'B' || i, now()
      from generate_series(1, ${PEOPLE - 1}) as i`.execute(owner)
  // Nobody is on the minute.
  await sql`insert into punch (merchant_id, op_id, staff_id, store_id, action, occurred_at, seq)
    select ${merchant}, gen_random_uuid(), staff.id, ${store_id}::uuid, told.action,
           date_trunc('milliseconds', day + told.after + random() * interval '9 minutes'), told.place
      from staff, generate_series('2026-01-01'::timestamptz, '2026-12-31', '1 day') as day,
        (values ('in', interval '7 hours', 1), ('break_start', interval '11 hours', 2),
                ('break_end', interval '11 hours 30 minutes', 3), ('out', interval '15 hours 30 minutes', 4))
          as told (action, after, place)
     where staff.merchant_id = ${merchant} and extract(isodow from day) < 6`.execute(owner)
  await tidy(server)
  const db = forMerchant(deps.db, merchant_id)
  const measure = async (asked: AskedRange) => {
    const samples: number[] = []
    let [bytes, hours] = [0, 0]
    for (let round = 0; round < ROUNDS + 2; round += 1) {
      const begun = performance.now()
      const range = await readRange(db, merchant_id, asked, NOW)
      const sheets = await readSheets(db, merchant_id, range, { limit: 500 }, NOW)
      const text = JSON.stringify(sheets.map((sheet) => sheetOf(sheet, false)))
      // The first rounds warm up whatever can be warm.
      if (round >= 2) samples.push(performance.now() - begun)
      bytes = text.length
      hours = sheets.reduce((sum, { sheet }) => sum + sheet.total.worked / HOUR, 0)
    }
    return { ms: latencyOf(samples), bytes, hours: Math.round(hours) }
  }
  const month = await measure({ from: '2026-11-01', to: '2026-11-30' })
  const year = await measure({ from: '2026-01-01', to: '2026-12-31' })
  const { punches } = await owner
    .selectFrom('punch')
    .select(({ fn }) => fn.countAll<number>().as('punches'))
    .executeTakeFirstOrThrow()
  const reached = month.ms.p95 < GOAL_MS
  report('sheets', { people: PEOPLE, punches, month, year, goal_ms: GOAL_MS, reached })
  process.exitCode = reached ? 0 : 1
} finally {
  await server.stop()
}
