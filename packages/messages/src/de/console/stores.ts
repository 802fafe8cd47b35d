import type * as source from '../../en/console/stores'
import { wordsOf } from '../../plural'

const { count, pick } = wordsOf('de')

export const stores: typeof source.stores = {
  title: 'Standorte & Tablets',
  lead: 'Wo Sie arbeiten, und die Tablets, die dort stehen.',
  add: 'Standort hinzufügen',
  edit: 'Standort bearbeiten',
  edit_title: ({ name }) => `${name} bearbeiten`,
  close: 'Standort schließen',
  reopen: 'Wieder öffnen',
  closed: 'Geschlossen',
  closed_stores: 'Geschlossene Standorte',
  name: 'Name',
  code: 'Standort-Code',
  code_hint:
    'Buchstaben, Ziffern und Bindestriche. Tablets und Skripte nutzen ihn; er bleibt, wie er ist.',
  code_wrong: 'Drei bis 32 Buchstaben, Ziffern und Bindestriche, etwa HARBOUR-1.',
  code_taken: 'Ein anderer Standort der Plattform hat diesen Code schon. Wählen Sie einen anderen.',
  time_zone: 'Zeitzone',
  time_zone_hint: 'Tage, Grenzen und Stunden zählen nach dieser Uhr.',
  address: 'Adresse',
  close_title: ({ name }) => `${name} schließen?`,
  close_text:
    'Nichts wird gelöscht: Die Geschichte bleibt, und Sie können wieder öffnen. Die Tablets bleiben gekoppelt; sperren Sie die, die gehen.',
  added: ({ name }) => `${name} ist geöffnet`,
  saved: 'Standort gespeichert',
  now_closed: ({ name }) => `${name} ist geschlossen`,
  empty: {
    title: 'Beginnen Sie mit einem Standort',
    text: 'Ein Standort ist ein Ort mit eigener Uhr. Tablets gehören zu ihm, und jeder Stempel merkt ihn sich.',
  },
}

export const tablets: typeof source.tablets = {
  caption: ({ store }) => `Tablets in ${store}`,
  prepare: 'Tablet vorbereiten',
  empty:
    'Noch kein Tablet hier. Bereiten Sie eines vor: Es scannt einen Code von diesem Bildschirm.',
  label: 'Bezeichnung',
  label_hint: 'Wie man es nennt, etwa „Theke 1“. Sie steht in jeder Zeile des Journals.',
  store: 'Standort',
  jobs: 'Aufgaben',
  jobs_hint: 'Wofür es benutzt werden darf. Sie können das jederzeit umschalten.',
  jobs_needed: 'Wählen Sie mindestens eine Aufgabe.',
  job_hints: {
    loyalty: 'Stempel auf Kundenkarten',
    door: 'Tickets am Einlass',
    clock: 'Arbeitszeiten',
  },
  state: 'Zustand',
  last_seen: 'Zuletzt gehört',
  queue: 'Wartet',
  version: 'Version',
  never: 'Noch nie',
  status: {
    waiting: 'Wartet auf Kopplung',
    expired: 'Code abgelaufen',
    paired: 'Gekoppelt',
    quiet: 'Meldet sich nicht',
    revoked: 'Gesperrt',
  },
  waiting_since: ({ pending, since }) => `${pending} seit ${since}`,
  nothing_waiting: 'Nichts',
  create: 'Kopplungscode anzeigen',
  pairing: {
    title: ({ label }) => `${label} koppeln`,
    scan: 'Öffnen Sie Counterfoil auf dem Tablet und scannen Sie diesen Code.',
    qr: 'Kopplungscode für die Kamera des Tablets',
    left: 'Gültig noch',
    once: 'Dieser Code wird einmal gezeigt und koppelt ein Tablet. Wenn Sie schließen, koppeln Sie für einen neuen noch einmal.',
    typed: 'Keine Kamera? Tippen Sie auf dem Tablet:',
    copy_code: 'Code kopieren',
    copy_text: 'Kopplungstext kopieren',
    text: 'Kopplungstext',
    waiting: 'Wartet auf ein Tablet …',
    claimed: ({ platform, at }) => `Um ${at} gekoppelt: ${platform}`,
    claimed_title: 'Das Tablet ist gekoppelt',
    claimed_text:
      'Es holt gerade Team, Programme und Karten und ist gleich bereit. Prüfen Sie, ob es wirklich Ihres ist.',
    unknown_platform: 'ein Tablet',
    refused_title: 'Ein zweites Tablet hat diesen Code versucht',
    refused: ({ at }) =>
      `Es wurde um ${at} abgewiesen. Ist das gekoppelte Tablet nicht Ihres, sperren Sie es und koppeln Sie neu.`,
    expired_title: 'Dieser Code ist abgelaufen',
    expired:
      'Ein Code gilt 15 Minuten. Es ist nichts passiert; lassen Sie sich einen neuen zeigen.',
    again: 'Neuen Code anzeigen',
  },
  edit: 'Bearbeiten',
  edit_title: ({ label }) => `${label} bearbeiten`,
  saved: 'Tablet gespeichert',
  pair_again: 'Neu koppeln',
  pair_again_title: ({ label }) => `${label} neu koppeln?`,
  pair_again_text:
    'Die jetzige Kopplung endet sofort. Was noch nicht gesendet ist, bleibt auf dem Tablet und kommt nach der neuen Kopplung an; alles davon wartet dann auf Ihre Entscheidung.',
  revoke: 'Sperren',
  revoke_title: ({ label }) => `${label} sperren?`,
  revoke_do: 'Tablet sperren',
  stolen: 'Es wurde gestohlen',
  stolen_hint:
    'Alle, die sich je daran angemeldet haben, brauchen eine neue PIN: Wer es hat, hat vielleicht zugesehen. Sie sind unter Team markiert.',
  report_stolen: 'Als gestohlen melden',
  stolen_title: ({ label }) => `Wurde ${label} gestohlen?`,
  stolen_done: ({ label }) =>
    `${label} ist als gestohlen gemeldet. Unter Team steht, wer eine neue PIN braucht.`,
  revoke_effects: [
    'Ab seiner nächsten Meldung wird nichts mehr von ihm angenommen.',
    'Es löscht Personen, Karten und Programme, die es hält, und sagt das auf seinem Bildschirm.',
    'Was noch nicht gesendet ist, bleibt auf ihm. Koppeln Sie es wieder mit diesem Betrieb, kommt es an und Sie entscheiden.',
  ],
  revoke_pending: ({ pending, when }) =>
    `Bei der letzten Meldung (${when}) ${pick(pending, 'war', 'waren')} ${count(pending, 'Vorgang', 'Vorgänge')} noch nicht gesendet.`,
  reason: 'Grund',
  reason_hint: 'Für das Protokoll, etwa „am Freitag gestohlen“ oder „ersetzt“.',
  revoked: ({ label }) => `${label} ist gesperrt`,
  facts: {
    connection: 'Verbindung',
    address: 'IP-Adresse',
    app: 'App-Version',
    platform: 'Gerät',
    paired: 'Gekoppelt',
    pairings: 'Kopplungen bisher',
    token: 'Kopplung gültig bis',
    revoked: 'Gesperrt',
    stolen: 'Gestohlen gemeldet',
    queue: 'Vorgänge',
    pending: 'Warten',
    oldest: 'Ältester von',
    parked: 'Zurückgelegt',
    drained: 'Alles gesendet',
    numbers: 'Angekommen bis Nr.',
    missing: 'Fehlende Nummern',
    none_missing: 'Keine',
    device: 'Auf dem Tablet',
    storage: 'Speicher geschützt',
    storage_yes: 'Ja',
    storage_no: 'Nein',
    used: 'Speicher belegt',
    used_of: ({ used, quota }) => `${used} von ${quota}`,
    clock: 'Uhr',
    clock_right: 'Geht richtig',
    clock_slow: ({ by }) => `${by} nach`,
    clock_fast: ({ by }) => `${by} vor`,
  },
  history: 'Alles von diesem Tablet',
  advice: {
    quiet:
      'Es hat sich eine Weile nicht gemeldet. Prüfen Sie Strom und Netz; was inzwischen geschah, ist auf ihm gespeichert.',
    parked:
      'Einige Vorgänge hat der Server endgültig abgewiesen; das Tablet hat sie zurückgelegt. Nichts ist verloren; sehen Sie dort unter „Warteschlange“ nach.',
    missing:
      'Einige Nummern sind nicht angekommen. Das Tablet schickt sie von selbst noch einmal; bis dahin sagt es das Journal.',
    storage:
      'Der Browser darf den Speicher dieses Tablets leeren, wenn der Platz knapp wird. Installieren Sie Counterfoil auf dem Startbildschirm, um ihn zu schützen.',
    clock:
      'Seine Uhr geht falsch. Die Zeiten im Journal sind berichtigt; stellen Sie die Uhr trotzdem.',
    refused: ({ at }) =>
      `Ein anderes Tablet wollte den Kopplungscode benutzen (${at}) und wurde abgewiesen. Waren Sie das nicht selbst, sperren Sie dieses hier.`,
    expired:
      'Sein Kopplungscode ist abgelaufen, bevor ein Tablet ihn gescannt hat. Koppeln Sie für einen neuen noch einmal.',
  },
}
