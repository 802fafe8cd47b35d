import type { kiosk as source } from '../en/kiosk'

export const kiosk: typeof source = {
  scan: { title: 'Montrez le code', hint: 'Tenez la carte ou le billet devant la caméra.' },
  type_code: 'Taper le code',
  find_by_name: 'Chercher par nom',
  still_there: 'Toujours là ?',
}
