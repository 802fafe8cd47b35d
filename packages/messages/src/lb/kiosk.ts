import type { kiosk as source } from '../en/kiosk'

export const kiosk: typeof source = {
  scan: { title: 'Weist de Code', hint: 'Haalt d’Kaart oder den Ticket virun d’Kamera.' },
  type_code: 'Code tippen',
  find_by_name: 'Mam Numm sichen',
  still_there: 'Nach do?',
}
