import type { kiosk as source } from '../en/kiosk'

export const kiosk: typeof source = {
  scan: { title: 'Code zeigen', hint: 'Halten Sie Karte oder Ticket vor die Kamera.' },
  type_code: 'Code eintippen',
  find_by_name: 'Nach Namen suchen',
  still_there: 'Noch da?',
}
