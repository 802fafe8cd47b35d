import type { ClientBase } from 'pg'
import { type BackupTable, LEFT_OUT } from './format'

/** The migrator's own. */
const MIGRATOR = /^kysely_/

const TABLES = `
  select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
   where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
     and not c.relispartition and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   group by c.relname order by c.relname`

const REFERENCES = `
  select distinct child.relname as child, parent.relname as parent
    from pg_constraint f join pg_class child on child.oid = f.conrelid
    join pg_class parent on parent.oid = f.confrelid
   where f.contype = 'f' and f.connamespace = current_schema()::regnamespace
     and child.oid <> parent.oid`

/** All tables that a backup holds, those that others refer to first. */
export async function listTables(client: ClientBase): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<BackupTable>(TABLES)
  const references = (await client.query<{ child: string; parent: string }>(REFERENCES)).rows
  const waiting = new Map(
    rows
      .filter(({ table }) => !MIGRATOR.test(table) && !LEFT_OUT.includes(table))
      .map((table) => [table.table, table]),
  )
  const ordered: BackupTable[] = []
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(
      ({ table }) =>
        !references.some(({ child, parent }) => child === table && waiting.has(parent)),
    )
    if (free.length === 0) throw new Error('tables refer to each other in a circle')
    for (const table of free) waiting.delete(table.table)
    ordered.push(...free)
  }
  return ordered
}
