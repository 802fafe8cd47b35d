import type { PairingState, Status } from '../kiosk'

/** What fills the screen, before anything about scanning. */
export type View =
  | { readonly kind: 'splash' }
  | { readonly kind: 'storage'; readonly trouble: 'BLOCKED' | 'UNAVAILABLE' }
  | { readonly kind: 'other_tab' }
  | { readonly kind: 'unpaired' }
  | {
      readonly kind: 'withdrawn'
      readonly why: 'revoked' | 'expired' | 'cleared'
      readonly store_name: string
      /** `null`: nobody can know any more. */
      readonly unsent: number | null
    }
  | { readonly kind: 'first_sync'; readonly rows: number }
  | { readonly kind: 'job'; readonly pairing: Paired }

export type Paired = Extract<PairingState, { kind: 'paired' }>

/**
 * The most serious thing first: without storage nothing else can be true.
 *
 * @param settled it is decided which window leads; before that the scanner gets ready
 */
export function chooseView(pairing: PairingState, status: Status, settled: boolean): View {
  const { storage_trouble } = status
  if (storage_trouble === 'BLOCKED' || storage_trouble === 'UNAVAILABLE') {
    return { kind: 'storage', trouble: storage_trouble }
  }
  switch (pairing.kind) {
    case 'loading':
      return { kind: 'splash' }
    case 'unpaired':
      return { kind: 'unpaired' }
    case 'revoked':
    case 'expired':
      return {
        kind: 'withdrawn',
        why: pairing.kind,
        store_name: pairing.store_name,
        unsent: pairing.unsent,
      }
    case 'cleared':
      return { kind: 'withdrawn', why: 'cleared', store_name: pairing.store_name, unsent: null }
    case 'paired':
      if (!status.leads && settled) return { kind: 'other_tab' }
      if (pairing.first_sync !== null) return { kind: 'first_sync', rows: pairing.first_sync.rows }
      return { kind: 'job', pairing }
  }
}
