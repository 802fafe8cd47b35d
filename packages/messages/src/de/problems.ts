import type { ProblemMessages } from '../texts'

const later = (retry_at: string | undefined) =>
  retry_at === undefined
    ? 'Versuchen Sie es gleich noch einmal.'
    : `Versuchen Sie es ab ${retry_at} noch einmal.`

export const problems: ProblemMessages = {
  BATCH_MALFORMED: {
    title: 'Übertragung unlesbar',
    sentence: () =>
      'Der Server konnte diese Übertragung nicht lesen. Alles ist weiter auf diesem Tablet gespeichert; es versucht es in kleineren Teilen erneut.',
  },
  BODY_MALFORMED: {
    title: 'Bitte Angaben prüfen',
    sentence: () => 'Einige Felder brauchen noch einen Blick. Ihre Eingaben sind noch da.',
  },
  CURSOR_INVALID: {
    title: 'Liste hat sich verändert',
    sentence: () => 'Diese Stelle der Liste gibt es nicht mehr. Laden Sie die Liste von vorn.',
  },
  SIGN_IN_REQUIRED: {
    title: 'Bitte anmelden',
    sentence: () =>
      'Ihre Sitzung ist beendet. Melden Sie sich wieder an und machen Sie dort weiter.',
  },
  CREDENTIALS_INVALID: {
    title: 'Das passt nicht',
    sentence: () =>
      'E-Mail und Passwort gehören nicht zusammen. Prüfen Sie beides und versuchen Sie es erneut.',
  },
  TOTP_REQUIRED: {
    title: 'Noch ein Schritt',
    sentence: () =>
      'Geben Sie die sechs Ziffern aus Ihrer Authenticator-App oder einen Wiederherstellungscode ein.',
  },
  USE_DPOP_NONCE: {
    title: 'Noch ein Versuch',
    sentence: () => 'Der Server bat um eine frische Signatur. Das Tablet schickt sie von selbst.',
  },
  DPOP_INVALID: {
    title: 'Signatur abgelehnt',
    sentence: () =>
      'Der Server konnte die Signatur dieses Tablets nicht prüfen. Alles ist hier gespeichert. Bleibt es so, koppeln Sie das Tablet neu.',
  },
  TOKEN_INVALID: {
    title: 'Tablet unbekannt',
    sentence: () =>
      'Der Server kennt diese Kopplung nicht. Alles ist hier gespeichert. Bitten Sie die Leitung, das Tablet neu zu koppeln.',
  },
  TERMINAL_DEVICE_REVOKED: {
    title: 'Tablet gesperrt',
    sentence: () =>
      'Die Leitung hat dieses Tablet gesperrt. Personendaten wurden davon entfernt; alles noch nicht Gesendete bleibt erhalten.',
  },
  TERMINAL_DEVICE_EXPIRED: {
    title: 'Kopplung abgelaufen',
    sentence: () =>
      'Eine Kopplung gilt ein Jahr, diese ist vorbei. Alles noch nicht Gesendete bleibt erhalten. Koppeln Sie das Tablet neu.',
  },
  TERMINAL_DEVICE_PAIRING_EXPIRED: {
    title: 'Code abgelaufen',
    sentence: () =>
      'Ein Kopplungscode gilt 15 Minuten. Zeigen Sie in der Konsole einen neuen an und scannen Sie ihn.',
  },
  FORBIDDEN: {
    title: 'Nicht freigegeben',
    sentence: () =>
      'Ihre Rolle erlaubt das nicht. Inhaber oder Leitung können es tun oder Ihre Rolle ändern.',
  },
  NOT_FOUND: {
    title: 'Nicht gefunden',
    sentence: () =>
      'Hier ist nichts. Vielleicht wurde es entfernt, oder die Adresse stimmt nicht ganz.',
  },
  TERMINAL_DEVICE_ALREADY_CLAIMED: {
    title: 'Code schon benutzt',
    sentence: () =>
      'Mit diesem Code wurde ein anderes Tablet gekoppelt. Waren Sie das nicht, sperren Sie es in der Konsole und zeigen Sie einen neuen Code an.',
  },
  CONFLICT: {
    title: 'Inzwischen geändert',
    sentence: () =>
      'Jemand hat das inzwischen geändert. Laden Sie es neu; von der anderen Änderung geht nichts verloren.',
  },
  TOO_LARGE: {
    title: 'Zu groß',
    sentence: () =>
      'Das ist mehr, als der Server auf einmal annimmt. Senden Sie kleinere Teile; gespeichert wurde nichts.',
  },
  MEDIA_TYPE: {
    title: 'Falsches Format',
    sentence: () => 'Der Server nimmt hier JSON an. Gespeichert wurde nichts.',
  },
  VALIDATION: {
    title: 'Das passt nicht zusammen',
    sentence: () => 'Diese Werte passen nicht zueinander. Ihre Eingaben sind noch da.',
  },
  PROTOCOL_UNSUPPORTED: {
    title: 'Update nötig',
    sentence: () =>
      'Diese Version und der Server verstehen sich nicht mehr. Alles bleibt erhalten. Schließen Sie die App und öffnen Sie sie neu.',
  },
  RATE_LIMITED: {
    title: 'Etwas langsamer',
    sentence: ({ retry_at }) => `Das war viel in kurzer Zeit. ${later(retry_at)}`,
  },
  UNAVAILABLE: {
    title: 'Gleich wieder da',
    sentence: ({ retry_at }) =>
      `Der Server kann gerade nicht antworten. Nichts ist verloren. ${later(retry_at)}`,
  },
  NETWORK: {
    title: 'Keine Verbindung',
    sentence: () =>
      'Der Server ist nicht erreichbar. Nichts ist verloren. Prüfen Sie das Netz und versuchen Sie es erneut.',
  },
  UNEXPECTED: {
    title: 'Da ging etwas schief',
    sentence: () =>
      'Das lag an uns, nicht an Ihnen. Versuchen Sie es erneut; bleibt es so, nennen Sie dem Support die Anfragenummer.',
  },
}
