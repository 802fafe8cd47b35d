import type * as source from '../../en/console/ledger'
import { wordsOf } from '../../plural'

const { count, number, pick } = wordsOf('lb')

export const ledger: typeof source.ledger = {
  title: 'Journal',
  lead: 'Alles, wat geschitt ass, der Rei no an ni ëmgeschriwwen.',
  when: 'Wéini',
  what: 'Wat geschitt ass',
  verdict: 'Entscheed',
  position: 'Nr.',
  filters: {
    kind: 'Zort',
    status: 'Entscheed',
    tablet: 'Tablet',
    person: 'Persoun',
    card: 'Kaart',
    period: 'Zäitraum',
  },
  periods: {
    today: 'Haut',
    yesterday: 'Gëschter',
    week: 'Lescht 7 Deeg',
    month: 'Lescht 30 Deeg',
  },
  clear_filters: 'Filteren eidel maachen',
  fresh: ({ entries }) => count(entries, 'nei Zeil', 'nei Zeilen'),
  show_fresh: 'Weisen',
  complete: 'Komplett: all d’Tableten hunn alles geschéckt.',
  complete_until: ({ until }) => `Komplett bis ${until}.`,
  incomplete: 'Nach net komplett.',
  not_drained: ({ tablet, when, pending }) =>
    `${tablet}: fir d’lescht alles geschéckt ${when}, ${number(pending)} ${pick(pending, 'waart', 'waarden')}`,
  never_drained: ({ tablet, pending }) =>
    `${tablet}: nach ni alles geschéckt, ${number(pending)} ${pick(pending, 'waart', 'waarden')}`,
  quiet_drained: ({ tablet, when }) => `${tablet}: fir d’lescht héieren ${when}`,
  missing: ({ tablet, missing }) =>
    `${tablet}: ${count(missing, 'Nummer feelt', 'Nummere feelen')}`,
  empty: {
    title: 'De Journal ass eidel',
    text: 'All Stempel, all Réckgängeg an all Umeldung steet hei, soubal en Tablet se schéckt, a bleift fir ëmmer.',
  },
  none_found: {
    title: 'Näischt passt op dës Filteren',
    text: 'Maacht een dovun eidel, oder huelt e méi laangen Zäitraum.',
  },
  someone: 'Een',
  tablet: 'en Tablet',
  console: 'Konsol',
  a_card: '(onbekannt)',
  a_ticket: '(onbekannt)',
  points_moved: ({ points }) => `${points} Punkten`,
  points_on: ({ card }) => `d’Punkten op der Kaart ${card}`,
  stamp_on: ({ card }) => `de Stempel op der Kaart ${card}`,
  an_operation: 'eng Operatioun',
  review_kinds: {
    accept: ({ who, what }) => `${who} huet ${what} dach gëlle gelooss`,
    void: ({ who, what }) => `${who} huet ${what} zréckgeholl`,
    dismiss: ({ who, what }) => `${who} huet ${what} gelooss, wéi et war`,
  },
  review_nouns: {
    accept: 'Beim Kucken ugeholl',
    void: 'Beim Kucken zréckgeholl',
    dismiss: 'Beim Kucke gelooss, wéi et war',
  },
  sheet_kinds: {
    'sheet.amend': {
      noun: 'Berichtegung vun de Stonnen',
      sentence: ({ who, person }) => `${who} huet d’Stonne vun ${person} berichtegt`,
    },
    'period.close': {
      noun: 'Period ofgeschloss',
      sentence: ({ who, place }) => `${who} huet eng Period ofgeschloss, ${place}`,
    },
    'period.reopen': {
      noun: 'Period nees opgemaach',
      sentence: ({ who, place }) => `${who} huet eng Period nees opgemaach, ${place}`,
    },
    'request.make': {
      noun: 'Ufro',
      sentence: ({ person, place }) => `${person} huet ëm eng Berichtegung gefrot, ${place}`,
    },
    'request.accept': {
      noun: 'Ufro ugeholl',
      sentence: ({ who, person }) => `${who} huet eng Ufro vun ${person} ugeholl`,
    },
    'request.decline': {
      noun: 'Ufro refuséiert',
      sentence: ({ who, person }) => `${who} huet eng Ufro vun ${person} refuséiert`,
    },
  },
  other_kind: ({ kind, place }) => `${kind}, ${place}`,
  panel: {
    entry: 'Zeil',
    effect: 'Effet',
    moved: ({ stamps }) => `${stamps} op der Kaart`,
    nothing_moved: 'Näischt geännert',
    shown: 'Wat den Tablet gewisen huet',
    decided: 'Wat de Server decidéiert huet',
    shown_pending: 'Gespäichert, gëtt confirméiert',
    shown_none: 'Net uginn',
    clocks: 'Aueren',
    occurred: 'Geschitt',
    at: 'Auer vum Tablet',
    offset: 'Auer geriicht ëm',
    offset_unknown: 'Deemools net bekannt',
    received: 'Ukomm',
    recorded: 'Agedroen',
    delay: 'Ënnerwee',
    flags: 'Gutt ze wëssen',
    where: 'Wou a wien',
    store: 'Geschäft',
    tablet: 'Tablet',
    person: 'Persoun',
    user: 'An der Konsol',
    program: 'Programm',
    card: 'Kaart',
    number: 'Nr. vum Tablet',
    note: 'Notiz',
    chain: 'An der Ketten',
    chain_text:
      'All Zeil dréit de Fangerofdrock vun der virdrun; keng kann onbemierkt geännert ginn.',
    position: 'Plaz',
    hash: 'Fangerofdrock',
    prev_hash: 'Déi virdrun',
    operation: 'Operatioun',
    review: 'Bei den zwou Säite kucken',
    see_card: 'Alles iwwer dës Kaart',
    see_person: 'Alles vun dëser Persoun',
    keys: 'Nächst Zeil an déi virdrun',
  },
}

export const reviews: typeof source.reviews = {
  title: 'Ze kucken',
  lead: 'Wou en Tablet dat eent gesot huet an de Server dat anert. Geschitt ass et; Dir decidéiert, wat gëllt.',
  open: 'Ze decidéieren',
  resolved: 'Gekläert',
  list: 'Ze kucken',
  reasons: {
    REFUSED_AFTER_SHOWN_ACCEPTED: {
      title: 'Als gemaach gewisen, duerno refuséiert',
      text: 'Den Tablet war offline an huet Jo gesot. Mat alle Fakte seet de Server Neen.',
    },
    ACCEPTED_AFTER_SHOWN_REJECTED: {
      title: 'Als refuséiert gewisen, duerno gezielt',
      text: 'Den Tablet huet mat deem, wat e wousst, Nee gesot. De Server wousst méi an huet et gëlle gelooss.',
    },
    RECOVERED: {
      title: 'Vun engem gespaarten Tablet',
      text: 'Dat war nach op engem gespaarten Tablet an ass no der neier Verbindung ukomm.',
    },
    ID_REUSED: {
      title: 'Selwecht Operatioun, aneren Inhalt',
      text: 'Ënner dëser Nummer huet de Server eppes anescht. Vum selwe geschitt dat net; kuckt den Tablet no.',
    },
    SEQ_REUSED: {
      title: 'Eng Nummer zweemol benotzt',
      text: 'Zwou Operatioune vun engem Tablet hunn déiselwecht Nummer. Vläicht gouf e kopéiert oder restauréiert.',
    },
    OPERATIONS_LOST: {
      title: 'Operatiounen um Tablet verluer',
      text: 'Den Tablet seet, datt en dës net méi huet. Wat et war, wëssen nëmmen d’Leit do.',
    },
    ODD_PUNCH: {
      title: 'Ongewéinlech Stempelzäit',
      text: 'Si gouf opgeholl, wéi se koum. Kuckt, ob d’Stonne stëmmen.',
    },
    UNVERIFIED: {
      title: 'Ouni gëlteg Umeldung gemaach',
      text: 'De PIN dohannert gouf refuséiert. Wat gemaach gouf, bleift als Fakt stoen.',
    },
    MANUAL_CLASH: {
      title: 'Och vun Hand agedroen',
      text: 'Dës Zäit war schonn agedroen, éier den Tablet se konnt mellen. Unhuelen: d’Zäit vum Tablet amplaz vun der Androung. Zréckhuelen: d’Androung bleift, d’Zäit vum Tablet fält ewech.',
    },
    PERIOD_CLOSED: {
      title: 'An enger ofgeschlossener Period',
      text: 'Et ass op Deeg geschitt, déi schonn ofgeschloss sinn, an zielt dofir net. Fir datt et zielt, maacht d’Period nees op an huelt et un.',
    },
    PHONE_PUNCH: {
      title: 'Um Telefon gestempelt',
      text: 'Een huet um eegenen Telefon gestempelt. Et zielt; Dir wollt esou Zäite gesinn.',
    },
  },
  shown: 'Den Tablet huet gewisen',
  decided: 'De Server huet decidéiert',
  at_tablet: 'Um Tablet',
  at_server: 'Um Server',
  actions: {
    accept: 'Dach gëlle loossen',
    void: 'Zréckhuelen',
    dismiss: 'Loossen, wéi et ass',
  },
  effects: {
    accept: 'Et zielt vun deem Moment un, wou et geschitt ass. En nei Zeil hält dat fest.',
    void: 'En nei Zeil mécht réckgängeg, wat et bewierkt huet. Geläscht gëtt näischt.',
    dismiss: 'Den Entscheed vum Server bleift. Et ass gekläert.',
  },
  note: 'Notiz',
  note_hint: 'Fir déi, déi méi spéit froen. Si steet am Journal.',
  decide_title: 'Är Decisioun',
  decided_toast: 'Gekläert',
  done: { accept: 'Dach ugeholl', void: 'Zréckgeholl', dismiss: 'Gelooss, wéi et war' },
  by: ({ who, when }) => `${who}, ${when}`,
  opened: ({ when }) => `Op zanter ${when}`,
  no_action: 'Hei kann een näischt méi maachen.',
  read_only: 'Dat decidéiert de Besëtzer oder e Responsabel.',
  changed: 'Dat huet an der Tëschenzäit een anere gekläert.',
  see_entry: 'Alles iwwer dës Kaart',
  choose: 'Sicht lénks eng eraus, fir béid Säiten ze gesinn.',
  empty: {
    title: 'Näischt ze decidéieren',
    text: 'War en Tablet offline an de Server gesäit et anescht, stinn hei béid Säiten.',
  },
  empty_resolved: {
    title: 'Nach näischt gekläert',
    text: 'Wat Dir decidéiert, bleift hei mat Ärer Notiz.',
  },
}
