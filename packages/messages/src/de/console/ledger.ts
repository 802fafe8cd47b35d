import type * as source from '../../en/console/ledger'
import { wordsOf } from '../../plural'

const { count, pick, number } = wordsOf('de')

export const ledger: typeof source.ledger = {
  title: 'Journal',
  lead: 'Alles, was geschah, der Reihe nach und nie umgeschrieben.',
  when: 'Wann',
  what: 'Was geschah',
  verdict: 'Entscheid',
  position: 'Nr.',
  filters: {
    kind: 'Art',
    status: 'Entscheid',
    tablet: 'Tablet',
    person: 'Person',
    card: 'Karte',
    period: 'Zeitraum',
  },
  periods: {
    today: 'Heute',
    yesterday: 'Gestern',
    week: 'Letzte 7 Tage',
    month: 'Letzte 30 Tage',
  },
  clear_filters: 'Filter leeren',
  fresh: ({ entries }) => count(entries, 'neuer Eintrag', 'neue Einträge'),
  show_fresh: 'Anzeigen',
  complete: 'Vollständig: Alle Tablets haben alles gesendet.',
  complete_until: ({ until }) => `Vollständig bis ${until}.`,
  incomplete: 'Noch nicht vollständig.',
  not_drained: ({ tablet, when, pending }) =>
    `${tablet}: zuletzt alles gesendet ${when}, ${number(pending)} ${pick(pending, 'wartet', 'warten')}`,
  never_drained: ({ tablet, pending }) =>
    `${tablet}: noch nie alles gesendet, ${number(pending)} ${pick(pending, 'wartet', 'warten')}`,
  quiet_drained: ({ tablet, when }) => `${tablet}: zuletzt gehört ${when}`,
  missing: ({ tablet, missing }) =>
    `${tablet}: ${count(missing, 'Nummer fehlt', 'Nummern fehlen')}`,
  empty: {
    title: 'Das Journal ist leer',
    text: 'Jeder Stempel, jedes Rückgängig und jede Anmeldung steht hier, sobald ein Tablet sie schickt, und bleibt für immer.',
  },
  none_found: {
    title: 'Nichts passt zu diesen Filtern',
    text: 'Leeren Sie einen davon, oder wählen Sie einen längeren Zeitraum.',
  },
  someone: 'Jemand',
  tablet: 'ein Tablet',
  console: 'Konsole',
  a_card: '(unbekannt)',
  a_ticket: '(unbekannt)',
  points_moved: ({ points }) => `${points} Punkte`,
  points_on: ({ card }) => `die Punkte auf Karte ${card}`,
  stamp_on: ({ card }) => `den Stempel auf Karte ${card}`,
  an_operation: 'einen Vorgang',
  review_kinds: {
    accept: ({ who, what }) => `${who} hat ${what} doch gelten lassen`,
    void: ({ who, what }) => `${who} hat ${what} zurückgenommen`,
    dismiss: ({ who, what }) => `${who} hat ${what} belassen, wie es war`,
  },
  review_nouns: {
    accept: 'In der Prüfung angenommen',
    void: 'In der Prüfung zurückgenommen',
    dismiss: 'In der Prüfung belassen',
  },
  sheet_kinds: {
    'sheet.amend': {
      noun: 'Berichtigung der Stunden',
      sentence: ({ who, person }) => `${who} hat die Stunden von ${person} berichtigt`,
    },
    'period.close': {
      noun: 'Zeitraum abgeschlossen',
      sentence: ({ who, place }) => `${who} hat einen Zeitraum abgeschlossen, ${place}`,
    },
    'period.reopen': {
      noun: 'Zeitraum wieder geöffnet',
      sentence: ({ who, place }) => `${who} hat einen Zeitraum wieder geöffnet, ${place}`,
    },
    'request.make': {
      noun: 'Antrag',
      sentence: ({ person, place }) => `${person} hat um eine Berichtigung gebeten, ${place}`,
    },
    'request.accept': {
      noun: 'Antrag angenommen',
      sentence: ({ who, person }) => `${who} hat einen Antrag von ${person} angenommen`,
    },
    'request.decline': {
      noun: 'Antrag abgelehnt',
      sentence: ({ who, person }) => `${who} hat einen Antrag von ${person} abgelehnt`,
    },
  },
  other_kind: ({ kind, place }) => `${kind}, ${place}`,
  panel: {
    entry: 'Eintrag',
    effect: 'Wirkung',
    moved: ({ stamps }) => `${stamps} auf der Karte`,
    nothing_moved: 'Nichts bewegt',
    shown: 'Was das Tablet zeigte',
    decided: 'Was der Server entschied',
    shown_pending: 'Gespeichert, wird bestätigt',
    shown_none: 'Nicht angegeben',
    clocks: 'Uhren',
    occurred: 'Geschehen',
    at: 'Uhr des Tablets',
    offset: 'Uhr berichtigt um',
    offset_unknown: 'Damals nicht bekannt',
    received: 'Angekommen',
    recorded: 'Eingetragen',
    delay: 'Unterwegs',
    flags: 'Gut zu wissen',
    where: 'Wo und wer',
    store: 'Standort',
    tablet: 'Tablet',
    person: 'Person',
    user: 'In der Konsole',
    program: 'Programm',
    card: 'Karte',
    number: 'Nr. des Tablets',
    note: 'Notiz',
    chain: 'In der Kette',
    chain_text:
      'Jeder Eintrag trägt den Fingerabdruck des vorigen; keiner lässt sich unbemerkt ändern.',
    position: 'Platz',
    hash: 'Fingerabdruck',
    prev_hash: 'Der vorige',
    operation: 'Vorgang',
    review: 'Prüfung öffnen',
    see_card: 'Alles zu dieser Karte',
    see_person: 'Alles von dieser Person',
    keys: 'Nächster und voriger Eintrag',
  },
}

export const reviews: typeof source.reviews = {
  title: 'Prüfungen',
  lead: 'Wo ein Tablet das eine sagte und der Server das andere. Geschehen ist es; Sie entscheiden, was gilt.',
  open: 'Zu entscheiden',
  resolved: 'Geklärt',
  list: 'Prüfungen',
  reasons: {
    REFUSED_AFTER_SHOWN_ACCEPTED: {
      title: 'Erst gezeigt, dann abgelehnt',
      text: 'Das Tablet war offline und sagte Ja. Mit allen Fakten sagt der Server Nein.',
    },
    ACCEPTED_AFTER_SHOWN_REJECTED: {
      title: 'Erst abgelehnt, dann gezählt',
      text: 'Das Tablet sagte mit seinem Wissen Nein. Der Server wusste mehr und ließ es gelten.',
    },
    RECOVERED: {
      title: 'Von einem gesperrten Tablet',
      text: 'Das war noch auf einem gesperrten Tablet und kam nach der neuen Kopplung an.',
    },
    ID_REUSED: {
      title: 'Gleicher Vorgang, anderer Inhalt',
      text: 'Unter dieser Nummer hat der Server etwas anderes. Von selbst passiert das nicht; sehen Sie sich das Tablet an.',
    },
    SEQ_REUSED: {
      title: 'Eine Nummer, zweimal benutzt',
      text: 'Zwei Vorgänge eines Tablets tragen dieselbe Nummer. Vielleicht wurde es kopiert oder aus einer Sicherung geladen.',
    },
    OPERATIONS_LOST: {
      title: 'Vorgänge auf dem Tablet verloren',
      text: 'Das Tablet hat diese nach eigener Angabe nicht mehr. Was es war, wissen nur die Leute dort.',
    },
    ODD_PUNCH: {
      title: 'Ungewöhnliche Stempelzeit',
      text: 'Sie wurde aufgenommen, wie sie kam. Prüfen Sie, ob die Stunden stimmen.',
    },
    UNVERIFIED: {
      title: 'Ohne gültige Anmeldung',
      text: 'Die PIN dahinter wurde abgewiesen. Was getan wurde, bleibt als Tatsache stehen.',
    },
    MANUAL_CLASH: {
      title: 'Auch von Hand eingetragen',
      text: 'Diese Zeit war schon eingetragen, bevor das Tablet sie melden konnte. Annehmen: die Zeit des Tablets statt des Eintrags. Zurücknehmen: der Eintrag bleibt, die Zeit des Tablets fällt weg.',
    },
    PERIOD_CLOSED: {
      title: 'In einem abgeschlossenen Zeitraum',
      text: 'Es geschah an Tagen, die schon abgeschlossen sind, und zählt deshalb nicht. Soll es zählen, öffnen Sie den Zeitraum wieder und nehmen es an.',
    },
    PHONE_PUNCH: {
      title: 'Am Telefon gestempelt',
      text: 'Jemand hat am eigenen Telefon gestempelt. Es zählt; Sie wollten solche Zeiten sehen.',
    },
  },
  shown: 'Das Tablet zeigte',
  decided: 'Der Server entschied',
  at_tablet: 'Am Tablet',
  at_server: 'Am Server',
  actions: {
    accept: 'Doch gelten lassen',
    void: 'Zurücknehmen',
    dismiss: 'So lassen, wie es ist',
  },
  effects: {
    accept: 'Es zählt ab dem Moment, in dem es geschah. Ein neuer Eintrag hält das fest.',
    void: 'Ein neuer Eintrag macht rückgängig, was es bewirkte. Gelöscht wird nichts.',
    dismiss: 'Der Entscheid des Servers bleibt. Die Prüfung ist geklärt.',
  },
  note: 'Notiz',
  note_hint: 'Für alle, die später fragen. Sie steht im Journal.',
  decide_title: 'Ihre Entscheidung',
  decided_toast: 'Geklärt',
  done: { accept: 'Doch angenommen', void: 'Zurückgenommen', dismiss: 'So belassen' },
  by: ({ who, when }) => `${who}, ${when}`,
  opened: ({ when }) => `Offen seit ${when}`,
  no_action: 'Hier lässt sich nichts mehr tun.',
  read_only: 'Das entscheiden Inhaber:in oder Leitung.',
  changed: 'Das hat inzwischen jemand anderes geklärt.',
  see_entry: 'Alles zu dieser Karte',
  choose: 'Wählen Sie links eine aus, um beide Seiten zu sehen.',
  empty: {
    title: 'Nichts zu entscheiden',
    text: 'War ein Tablet offline und der Server sieht es anders, stehen hier beide Seiten.',
  },
  empty_resolved: {
    title: 'Noch nichts geklärt',
    text: 'Was Sie entscheiden, bleibt hier mit Ihrer Notiz.',
  },
}
