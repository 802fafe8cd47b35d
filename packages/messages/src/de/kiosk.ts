import type { kiosk as source } from '../en/kiosk'
import { wordsOf } from '../plural'

const { count, pick } = wordsOf('de')

export const kiosk: typeof source = {
  scan: { title: 'Code zeigen', hint: 'Halten Sie die Karte vor die Kamera.' },
  type_code: 'Code eintippen',
  still_there: 'Noch da?',

  home: {
    start: 'Zurück zum Scannen',
    tablet: 'Dieses Tablet',
    job: 'Aufgabe',
    camera: 'Kamera',
    signed_on: ({ name, until }) => `${name} ist bis ${until} angemeldet`,
    someone_signed_on: ({ until }) => `Angemeldet bis ${until}`,
    sign_off: 'Abmelden',
    last: 'Letztes Ergebnis',
  },

  status: {
    label: 'Netz und Warteschlange',
    online: 'Online',
    offline: 'Offline',
    all_sent: 'Alles gesendet',
    waiting: ({ operations }) => count(operations, 'wartet', 'warten'),
    parked: ({ operations }) => count(operations, 'zu prüfen', 'zu prüfen'),
    synced: ({ when }) => `Stand: ${when}`,
    never_synced: 'Noch nie abgeglichen',
    clock: 'Uhr prüfen',
  },

  idle: {
    text: 'Gleich geht es von selbst zum Anfang zurück, damit nichts Persönliches stehen bleibt.',
    stay: 'Ich bin noch da',
    leave: 'Zum Anfang',
    seconds: ({ seconds }) => `Zum Anfang in ${count(seconds, 'Sekunde', 'Sekunden')}`,
  },

  typed: {
    title: 'Code eintippen',
    label: 'Code unter dem QR',
    hint: 'Die Buchstaben und Ziffern unter dem QR. Leerzeichen sind egal, Großbuchstaben nicht.',
    submit: 'Diesen Code nehmen',
    too_short: 'Das ist noch nicht der ganze Code. Er hat 22 Zeichen.',
  },

  who: {
    title: 'Wer ist da?',
    hint: 'Namen antippen oder Ausweis zeigen.',
    search: 'Namen suchen',
    nobody: 'Hier arbeitet noch niemand',
    nobody_text: 'Die Leitung trägt Personen in der Konsole ein. Hier erscheinen sie von selbst.',
    no_match: 'Kein solcher Name',
    locked_until: ({ when }) => `Gesperrt bis ${when}`,
    no_pin: 'Noch keine PIN',
    no_pin_text: ({ name }) =>
      `${name} hat noch keine PIN. Die Leitung legt sie in der Konsole fest.`,
    badge_unknown: 'Dieser Ausweis gehört niemandem hier. Tippen Sie auf Ihren Namen.',
    for_card: ({ card }) => `Karte ••${card}`,
    new_card: 'Eine Karte, die dieses Tablet noch nicht kennt',
  },

  pin: {
    title: ({ name }) => `${name}, Ihre PIN`,
    progress: ({ digit, length }) => `Ziffer ${digit} von ${length}`,
    empty: ({ length }) => `PIN mit ${length} Ziffern, noch keine eingegeben`,
    erase: 'Letzte Ziffer löschen',
    checking: 'Wird geprüft',
    someone_else: 'Jemand anderes',
    pad: 'Tasten für die PIN',
    locked_title: 'PIN gesperrt',
    locked_text: 'Zu viele Versuche. Warten Sie, oder die Leitung entsperrt sie in der Konsole.',
    locked_left: 'Noch',
    locked_when: ({ when }) => `Gesperrt bis ${when}`,
  },

  working: {
    stamping: 'Einen Moment',
    undoing: 'Wird zurückgenommen',
    card: ({ card }) => `Karte ••${card}`,
    new_card: 'Neue Karte',
  },

  verdict: {
    stamp_of: ({ stamps, total }) => `Stempel ${stamps} von ${total}`,
    card_full: 'Karte voll',
    reward: ({ reward }) => `Prämie verdient: ${reward}`,
    rewards_ready: ({ sets }) => `${count(sets, 'volle Karte', 'volle Karten')} einzulösen`,
    stamped: 'Die Karte hat ihren Stempel.',
    next_stamp: ({ when }) => `Nächster Stempel ab ${when}`,
    just_stamped: 'Diese Karte wurde gerade gestempelt.',
    undone: 'Der Stempel ist wieder von der Karte.',
    pending: 'Gespeichert',
    pending_text: 'Diese Karte steht hier noch nicht auf der Liste. Der Server entscheidet.',
    saved_short: 'Hier gespeichert',
    confirmed_short: 'Bestätigt',
    refused_after_all: 'Der Server hat das inzwischen abgelehnt',
    saved_online: 'Hier gespeichert. Die Antwort des Servers kommt noch.',
    checked: 'Mit dem Server geprüft',
    unchecked: 'Hier entschieden. Der Server prüft es, sobald das Netz wieder da ist.',
    unchecked_online: 'Hier entschieden. Der Server prüft noch.',
    unchecked_short: 'Hier entschieden',
    allowed_after_all: 'Der Server hat das inzwischen erlaubt',
    hello: ({ name }) => `Hallo ${name}`,
    signed_on_until: ({ when }) => `Angemeldet bis ${when}`,
    not_saved: 'Nicht gespeichert',
    not_saved_quota: 'Der Speicher ist voll, es wurde nichts behalten. Bitte später noch einmal.',
    not_saved_storage:
      'Das Tablet konnte es nicht aufschreiben, es wurde nichts behalten. Bitte noch einmal.',
    not_saved_not_leader:
      'Ein anderes Fenster dieses Tablets arbeitet gerade. Nehmen Sie jenes; hier wurde nichts behalten.',
    foreign: 'Nicht von hier',
    foreign_text: 'Dieser Code gehört zu einem anderen Counterfoil. Hier zählt er nicht.',
    unknown: 'Keiner von uns',
    unknown_text: 'Dieser Code ist weder Karte noch Ausweis. Er wurde nicht geöffnet.',
    ticket: 'Das ist ein Ticket',
    ticket_text: 'Tickets gelten am Einlass. Dieses Tablet steht an der Theke.',
    poster: 'Das ist der Aushang',
    poster_text: 'Der Aushang der Stempeluhr ist für Ihr eigenes Telefon. Hier bewirkt er nichts.',
    pairing: 'Schon gekoppelt',
    pairing_text:
      'Das ist ein Kopplungscode, und dieses Tablet ist gekoppelt. Nichts hat sich geändert.',
    badge_unknown: 'Unbekannter Ausweis',
    badge_unknown_text: 'Dieser Ausweis gehört niemandem hier. Fragen Sie die Leitung.',
    failed: 'Bitte noch einmal',
    failed_text: 'Auf diesem Tablet ging etwas schief. Was vorher gespeichert war, ist sicher.',
  },

  pairing: {
    welcome: 'Willkommen',
    intro: 'Dieses Tablet ist noch nicht gekoppelt.',
    step_console: 'In der Konsole „Tablets“ öffnen und eines hinzufügen.',
    step_show: 'Den QR-Code vor diese Kamera halten.',
    step_done: 'Das war’s. Ab dann geht alles, mit und ohne Netz.',
    code_label: 'Kopplungscode',
    code_hint: 'Er steht in der Konsole unter dem QR-Code und gilt 15 Minuten.',
    pair: 'Koppeln',
    working: 'Wird gekoppelt',
    not_pairing: 'Das ist kein Kopplungscode. Zeigen Sie den QR-Code aus „Tablets“ in der Konsole.',
    other_merchant: 'Code eines anderen Betriebs',
    other_merchant_text:
      'Dieses Tablet hat noch Ungesendetes vom Betrieb davor. Koppeln Sie es zuerst dort, damit nichts verloren geht.',
    by_code: 'Code stattdessen eintippen',
    unreachable: 'Keine Verbindung',
    unreachable_text:
      'Der Server antwortet nicht. Prüfen Sie das Netz des Tablets; der Code gilt seine 15 Minuten weiter.',
    code_unknown: 'Code nicht bekannt',
    code_unknown_text:
      'Prüfen Sie die Buchstaben oder zeigen Sie in der Konsole einen neuen an. Ein Code gilt einmal, 15 Minuten lang.',
    not_kept: 'Die Kopplung ließ sich nicht speichern',
    not_kept_text:
      'Auf diesem Tablet hat sich nichts geändert. Versuchen Sie es noch einmal; wird der Code dann abgelehnt, zeigen Sie in der Konsole einen neuen an.',
  },

  first_sync: {
    title: 'Wird vorbereitet',
    text: 'Karten und Personen kommen herüber. Sie müssen nichts tun.',
    rows: ({ rows }) => `${rows} empfangen`,
    interrupted: 'Wartet auf das Netz',
    interrupted_text:
      'Es geht von selbst dort weiter, wo es aufgehört hat. Nichts beginnt von vorn.',
  },

  queue: {
    title: 'Netz und Warteschlange',
    online: 'Online. Was hier geschieht, geht sofort hinauf.',
    offline: 'Offline. Alles bleibt hier und geht später von selbst hinauf.',
    retry: 'Jetzt senden',
    empty: 'Nichts wartet',
    empty_text: 'Alles, was auf diesem Tablet geschah, ist bestätigt.',
    list: 'Vorgänge',
    waiting: 'Wartet',
    confirmed: 'Bestätigt',
    refused: 'Abgelehnt',
    parked: 'Zu prüfen',
    unknown_tablet:
      'Der Server kennt das Tablet nicht, von dem dies stammt. Es bleibt hier; zeigen Sie es der Leitung.',
    parked_text: 'Der Server kann diesen nicht annehmen. Er bleibt hier; die Leitung sieht ihn.',
    recovered: 'Von vor der letzten Kopplung',
    attempts: ({ attempts }) => count(attempts, 'Versuch bisher', 'Versuche bisher'),
    number: ({ seq }) => `Nr. ${seq}`,
    details: 'Details anzeigen',
    next_attempt: ({ when }) => `Nächster Versuch: ${when}`,
    last_error: ({ error }) => `Letzter Versuch: ${error}`,
    earlier: ({ operations }) => `und ${count(operations, 'früherer', 'frühere')}`,
  },

  notices: {
    title: 'Später abgelehnt',
    intro:
      'Das Tablet sagte Ja, als es nicht fragen konnte. Der Server sagte Nein. Nichts ist verloren: die Leitung sieht jeden Fall und entscheidet.',
    strip: ({ notices }) =>
      `${count(notices, 'Vorgang wurde', 'Vorgänge wurden')} später abgelehnt`,
    look: 'Ansehen',
    seen: 'Gesehen',
    none: 'Nichts wurde abgelehnt',
    none_text: 'Jedes Ja dieses Tablets ist ein Ja geblieben.',
  },

  tablet: {
    title: 'Dieses Tablet',
    camera: 'Kamera',
    camera_auto: 'Kamera hinten',
    camera_front: 'Kamera vorn',
    camera_numbered: ({ number }) => `Kamera ${number}`,
    torch_on: 'Licht an',
    torch_off: 'Licht aus',
    full_screen: 'Ganzer Bildschirm',
    sound_test: 'Ton testen',
    diagnostics: 'Diagnose',
    decoder: 'Code-Leser',
    decoder_none: 'nicht gestartet',
    frame_to_decoded: 'Ein Bild lesen',
    frame_to_signal: 'Bild bis Tick',
    frame_to_answer: 'Bild bis Antwort',
    half_and_most: ({ p50, p95 }) => `meist ${p50} ms, höchstens ${p95} ms (p50, p95)`,
    no_measure: 'noch nichts gemessen',
    persisted: 'Speicher vom Browser zugesichert',
    yes: 'ja',
    no: 'nein',
    unknown: 'nicht bekannt',
    used: 'Speicher belegt',
    used_of: ({ used, quota }) => `${used} von ${quota}`,
    megabytes: ({ size }) => `${size} MB`,
    offset: 'Uhr gegen den Server',
    offset_ahead: ({ by }) => `geht ${by} vor`,
    offset_behind: ({ by }) => `geht ${by} nach`,
    offset_none: 'auf die Sekunde richtig',
    rows: 'Zeilen auf dem Tablet',
    version: 'Version',
    device: 'Nummer des Tablets',
    pairing: 'Kopplung',
    sequence: 'Letzter Vorgang',
    last_error: 'Letzter Fehler beim Abgleich',
    trail: 'Unerwartete Fehler',
    none: 'keine',
  },

  trouble: {
    camera_denied: 'Die Kamera ist nicht erlaubt',
    camera_denied_text:
      'Erlauben Sie dieser Seite die Kamera in den Einstellungen des Browsers. Handscanner und Eintippen gehen weiter.',
    camera_absent: 'Keine Kamera gefunden',
    camera_absent_text:
      'Schließen Sie eine an, dann startet sie von selbst. Handscanner und Eintippen gehen weiter.',
    camera_taken: 'Eine andere App hat die Kamera',
    camera_taken_text:
      'Schließen Sie die andere App, dann kommt sie von selbst zurück. Eintippen geht weiter.',
    camera_lost: 'Die Kamera ist weg',
    camera_lost_text: 'Sie kommt von selbst zurück. Handscanner und Eintippen gehen weiter.',
    camera_insecure: 'Die Kamera braucht eine sichere Verbindung',
    camera_insecure_text:
      'Öffnen Sie diese Seite über https. Handscanner und Eintippen gehen weiter.',
    camera_starting: 'Kamera startet',
    decoder_missing: 'Dieser Browser kann keine Codes lesen',
    decoder_missing_text: 'Aktualisieren Sie den Browser. Handscanner und Eintippen gehen weiter.',
    camera_retry: 'Kamera neu versuchen',
    persist: 'Der Browser könnte den Speicher dieses Tablets leeren',
    persist_text: 'Bitten Sie ihn, das Gespeicherte zu behalten.',
    persist_action: 'Behalten',
    persist_refused:
      'Der Browser hat vorerst Nein gesagt. Die App auf dem Startbildschirm zu installieren hilft.',
    quota: 'Speicher voll',
    quota_text:
      'Auf diesem Tablet lässt sich nichts Neues speichern. Schaffen Sie Platz; was wartet, ist sicher.',
    blocked: 'Ein älteres Fenster ist im Weg',
    blocked_text: 'Schließen Sie die anderen Fenster dieser App. Nichts geht verloren.',
    storage: 'Der Speicher lässt sich nicht öffnen',
    storage_text:
      'Der Browser lässt diese Seite nichts speichern. In privaten Fenstern ist das so; öffnen Sie ein gewöhnliches.',
    reload: 'Erneut versuchen',
    insecure: 'Diese Seite braucht eine sichere Verbindung',
    insecure_text:
      'Ohne https gibt der Browser weder Kamera noch Schlüssel her, hier ließe sich nichts stempeln oder speichern. Öffnen Sie die Adresse, die mit https beginnt.',
    insecure_action: 'Mit https öffnen',
    too_old: 'Dieser Browser ist zu alt',
    too_old_text:
      'Ihm fehlt, was Stempel ohne Netz sicher aufbewahrt. Aktualisieren Sie ihn oder nehmen Sie einen anderen; nichts ist verloren.',
    clock: 'Die Uhr des Tablets geht falsch',
    clock_text: 'Der Server rückt die Zeiten zurecht. Stellen Sie die Uhr, wenn Sie Zeit haben.',
    revoked: 'Dieses Tablet wurde abgeschaltet',
    revoked_text: ({ store }) =>
      `Die Leitung von ${store} hat es zurückgezogen. Daten von Personen sind hier gelöscht.`,
    expired: 'Koppeln Sie dieses Tablet neu',
    expired_text: ({ store }) =>
      `Der Server kennt die Kopplung mit ${store} nicht mehr: Ihr Jahr ist vorbei, oder der Server wurde auf eine Sicherung zurückgesetzt. Koppeln Sie es neu; was hier gespeichert ist, bleibt und wird dann eingereicht.`,
    cleared: 'Der Speicher dieses Tablets wurde geleert',
    cleared_text: ({ store }) =>
      `Der Browser hat ihn geleert, samt der Kopplung mit ${store}. Bestätigtes ist beim Server sicher; was hier noch wartete, ist weg.`,
    unsent: ({ operations }) =>
      `${count(operations, 'Vorgang ist', 'Vorgänge sind')} noch nicht gesendet und ${pick(operations, 'bleibt', 'bleiben')} hier. Nach neuem Koppeln ${pick(operations, 'geht er', 'gehen sie')} hinauf.`,
    nothing_unsent: 'Alles war schon gesendet.',
    pair_again: 'Neu koppeln',
    other_tab: 'Ein anderes Fenster arbeitet',
    other_tab_text: 'Nehmen Sie jenes, oder schließen Sie es; dann übernimmt dieses von selbst.',
    update: 'Eine neue Version ist da',
    update_text: 'Es dauert ein paar Sekunden. Was wartet, bleibt.',
    update_action: 'Jetzt aktualisieren',
    crashed: 'Das war unser Fehler',
    crashed_text:
      'Der Bildschirm ist stehen geblieben. Alles Gespeicherte auf diesem Tablet ist sicher.',
    crashed_action: 'Zum Anfang',
    details: 'Ansehen, was wartet',
  },
}
