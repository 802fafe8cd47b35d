import { wordsOf } from '../plural'
import type { VerdictMessages } from '../texts'

const { count } = wordsOf('de')

export const codes: VerdictMessages['codes'] = {
  STAFF_UNKNOWN: {
    headline: 'Unbekannte Person',
    sentence: () =>
      'Mit diesem Ausweis oder dieser Nummer arbeitet hier niemand. Fragen Sie die Leitung.',
  },
  STAFF_INACTIVE: {
    headline: 'Nicht aktiv',
    sentence: () => 'Diese Person ist abgeschaltet. Die Leitung kann sie wieder einschalten.',
  },
  PIN_WRONG: {
    headline: 'Falsche PIN',
    sentence: ({ attempts_left }) =>
      attempts_left === undefined
        ? 'Diese PIN passt nicht. Versuchen Sie es noch einmal.'
        : `Diese PIN passt nicht. Noch ${count(attempts_left, 'Versuch', 'Versuche')}.`,
  },
  PIN_UNREADABLE: {
    headline: 'Bitte neu eingeben',
    sentence: () => 'Die PIN kam nicht vollständig an. Geben Sie sie noch einmal ein.',
  },
  STAFF_LOCKED: {
    headline: 'PIN gesperrt',
    sentence: ({ locked_until }) =>
      locked_until === undefined
        ? 'Zu viele Versuche. Die Leitung kann die PIN entsperren.'
        : `Zu viele Versuche. Gesperrt bis ${locked_until}; die Leitung kann früher entsperren.`,
  },
  SIGN_ON_MISSING: {
    headline: 'PIN nötig',
    sentence: () => 'Dafür war niemand angemeldet. Namen wählen, PIN eingeben und noch einmal.',
  },
  SIGN_ON_REJECTED: {
    headline: 'Anmeldung abgelehnt',
    sentence: () =>
      'Die PIN dahinter stimmte nicht. Der Vorgang bleibt erhalten, die Leitung entscheidet.',
  },
  SIGN_ON_EXPIRED: {
    headline: 'Neu anmelden',
    sentence: () => 'Die Anmeldung war abgelaufen. PIN eingeben und noch einmal.',
  },
  CARD_UNKNOWN: {
    headline: 'Unbekannte Karte',
    sentence: () =>
      'Diese Karte ist keine von uns oder ganz neu. Lassen Sie sich eine andere zeigen oder versuchen Sie es mit Netz noch einmal.',
  },
  CARD_BLOCKED: {
    headline: 'Karte gesperrt',
    sentence: () => 'Diese Karte wurde ersetzt oder gesperrt. Fragen Sie nach der neueren.',
  },
  PROGRAM_INACTIVE: {
    headline: 'Programm pausiert',
    sentence: () => 'Das Programm dieser Karte läuft gerade nicht. Was auf der Karte ist, bleibt.',
  },
  STAMP_COOLDOWN: {
    headline: 'Zu früh',
    sentence: ({ retry_at }) =>
      retry_at === undefined
        ? 'Diese Karte wurde gerade gestempelt. Der nächste Stempel muss kurz warten.'
        : `Diese Karte wurde gerade gestempelt. Nächster Stempel ab ${retry_at}.`,
  },
  STAMP_DAILY_LIMIT: {
    headline: 'Für heute voll',
    sentence: ({ limit }) =>
      limit === undefined
        ? 'Diese Karte hat alle Stempel für heute. Weiter geht es morgen.'
        : `Diese Karte hat heute schon ${count(limit, 'Stempel', 'Stempel')}. Weiter geht es morgen.`,
  },
  INSUFFICIENT_BALANCE: {
    headline: 'Noch nicht genug',
    sentence: ({ balance, needed }) =>
      balance === undefined || needed === undefined
        ? 'Auf dieser Karte ist noch nicht genug für die Prämie.'
        : `Die Prämie braucht ${needed}; auf der Karte sind ${balance}.`,
  },
  REWARD_UNKNOWN: {
    headline: 'Prämie entfernt',
    sentence: () => 'Diese Prämie gibt es nicht mehr. Von der Karte wurde nichts abgezogen.',
  },
  TICKET_UNKNOWN: {
    headline: 'Unbekanntes Ticket',
    sentence: () => 'Dieses Ticket steht nicht auf der Liste. Suchen Sie den Gast über den Namen.',
  },
  TICKET_FORGED: {
    headline: 'Nicht echt',
    sentence: () => 'Dieses Ticket stammt nicht von uns. Bitte rufen Sie die Leitung.',
  },
  TICKET_REVOKED: {
    headline: 'Storniert',
    sentence: () => 'Dieses Ticket wurde storniert und gilt nicht mehr.',
  },
  TICKET_WRONG_PERFORMANCE: {
    headline: 'Andere Vorstellung',
    sentence: () => 'Dieses Ticket gilt für eine andere Vorstellung. Prüfen Sie Tag und Uhrzeit.',
  },
  TICKET_UNCONFIRMED: {
    headline: 'Nicht bestätigt',
    sentence: () =>
      'Diese Buchung wurde nie bestätigt. Der Gast kann das über die E-Mail nachholen.',
  },
  TICKET_ALREADY_ADMITTED: {
    headline: 'Schon drin',
    sentence: ({ first_at, first_place }) => {
      if (first_at === undefined) return 'Dieses Ticket wurde schon benutzt.'
      return first_place === undefined
        ? `Mit diesem Ticket ging um ${first_at} jemand hinein.`
        : `Mit diesem Ticket ging um ${first_at} jemand hinein, ${first_place}.`
    },
  },
  TICKET_NOT_INSIDE: {
    headline: 'Nicht drin',
    sentence: () => 'Mit diesem Ticket ist niemand drin, also kann auch niemand hinaus.',
  },
  PERFORMANCE_FULL: {
    headline: 'Voll',
    sentence: ({ capacity, inside, leased, kept, left = 0 }) => {
      if (left > 0)
        return `Hier nur noch ${count(left, 'Platz', 'Plätze')} frei. Weniger von ihnen einlassen.`
      if (leased !== undefined || kept !== undefined)
        return 'Für diese Tür ist nichts mehr frei. An einer anderen geht es weiter, oder erst muss jemand gehen.'
      return capacity === undefined || inside === undefined
        ? 'Alle Plätze sind belegt. Erst muss jemand gehen.'
        : `${inside} von ${capacity} Plätzen sind belegt. Erst muss jemand gehen.`
    },
  },
  PERFORMANCE_NOT_OPEN: {
    headline: 'Noch nicht offen',
    sentence: ({ opens_at }) =>
      opens_at === undefined ? 'Der Einlass hat noch nicht begonnen.' : `Einlass ab ${opens_at}.`,
  },
  CLOCK_DOUBLE_TAP: {
    headline: 'Schon notiert',
    sentence: ({ first_at }) =>
      first_at === undefined
        ? 'Das ist gerade notiert worden. Einmal genügt.'
        : `Das ist seit ${first_at} notiert. Einmal genügt.`,
  },
  VOID_TOO_LATE: {
    headline: 'Zu spät',
    sentence: () => 'Rückgängig geht 15 Minuten lang. Die Leitung kann es noch berichtigen.',
  },
  VOID_UNKNOWN: {
    headline: 'Nichts rückgängig',
    sentence: () =>
      'Der Server kennt den Vorgang nicht, der rückgängig sein sollte. Geändert hat sich nichts.',
  },
  VOID_ALREADY: {
    headline: 'Schon rückgängig',
    sentence: () => 'Das wurde bereits rückgängig gemacht. Mehr ist nicht zu tun.',
  },
  JOB_NOT_ALLOWED: {
    headline: 'Nicht dieses Tablet',
    sentence: () =>
      'Dieses Tablet ist dafür nicht eingerichtet. Die Leitung kann das in der Konsole ändern.',
  },
  OP_MALFORMED: {
    headline: 'Nicht lesbar',
    sentence: () =>
      'Der Server konnte diesen Vorgang nicht lesen. Er bleibt für die Leitung erhalten.',
  },
  KIND_UNKNOWN: {
    headline: 'Nicht verstanden',
    sentence: () =>
      'Der Server kennt diese Art Vorgang noch nicht. Er bleibt für die Leitung erhalten.',
  },
  OP_ID_REUSED: {
    headline: 'Passt nicht zusammen',
    sentence: () =>
      'Der Server hat unter dieser Nummer etwas anderes. Beides bleibt zum Vergleichen erhalten.',
  },
  SEQ_REUSED: {
    headline: 'Doppelte Nummer',
    sentence: () =>
      'Zwei Vorgänge dieses Tablets tragen dieselbe Nummer. Beide bleiben zum Vergleichen erhalten.',
  },
}
