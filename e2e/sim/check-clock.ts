import { standingPunches } from '@counterfoil/sync'
import { tablesOf } from './memory-tables'
import type { Stored } from './stored'
import type { SimTablet } from './tablet'
import type { Witness } from './witness'

/** I15: every entrance knows of everybody the punches that count, wherever they were told. */
export async function checkClocks(
  { punches }: Stored,
  tablets: readonly SimTablet[],
  witness: Witness,
): Promise<void> {
  for (const staff of new Set(punches.map(({ staff_id }) => staff_id))) {
    const counting = idsOf(punches.filter(({ staff_id }) => staff_id === staff))
    for (const { name, storage } of tablets) {
      const known = idsOf(await standingPunches(tablesOf(storage.disk), staff))
      if (known !== counting) witness.fault(`I15: ${staff}: ${counting} count; ${name} ${known}`)
    }
  }
}

const idsOf = (punches: readonly { readonly op_id: string }[]): string =>
  punches
    .map(({ op_id }) => op_id)
    .toSorted()
    .join()
