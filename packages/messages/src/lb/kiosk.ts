import type { kiosk as source } from '../en/kiosk'
import { beforeN } from '../n-rule'
import { wordsOf } from '../plural'

const { count, pick } = wordsOf('lb')

export const kiosk: typeof source = {
  scan: { title: 'Weist de Code', hint: 'Haalt d’Kaart virun d’Kamera.' },
  type_code: 'Code tippen',
  still_there: 'Nach do?',

  home: {
    start: 'Zréck bei d’Scannen',
    tablet: 'Dësen Tablet',
    job: 'Aufgab',
    camera: 'Kamera',
    signed_on: ({ name, until }) => `${name} ass bis ${until} ugemellt`,
    someone_signed_on: ({ until }) => `Ugemellt bis ${until}`,
    sign_off: 'Ofmellen',
    last: 'Lescht Resultat',
  },

  status: {
    label: 'Netz a Waardeschlaang',
    online: 'Online',
    offline: 'Offline',
    all_sent: 'Alles geschéckt',
    waiting: ({ operations }) => count(operations, 'waart', 'waarden'),
    parked: ({ operations }) => count(operations, 'ze kucken', 'ze kucken'),
    synced: ({ when }) => `Stand: ${when}`,
    never_synced: 'Nach ni ofgeglach',
    clock: 'Auer kontrolléieren',
  },

  idle: {
    text: 'Gläich geet et vum selwen op den Ufank zréck, fir datt näischt Perséinleches stoe bleift.',
    stay: 'Ech sinn nach do',
    leave: 'Op den Ufank',
    seconds: ({ seconds }) => `Op den Ufank a ${count(seconds, 'Sekonn', 'Sekonnen')}`,
  },

  typed: {
    title: 'Code tippen',
    label: 'Code ënnert dem QR',
    hint: 'D’Buschtawen an d’Zifferen ënnert dem QR. Eidel Plaze sinn egal, grouss a kleng net.',
    submit: 'Dëse Code huelen',
    too_short: 'Dat ass nach net de ganze Code. En huet 22 Zeechen.',
  },

  who: {
    title: 'Wien ass do?',
    hint: 'Tippt op Ären Numm oder weist Äre Badge.',
    search: 'Numm sichen',
    nobody: 'Hei schafft nach keen',
    nobody_text: 'D’Leedung dréit d’Leit an der Konsol an. Hei komme se vum selwen.',
    no_match: 'Keen Numm esou',
    locked_until: ({ when }) => `Gespaart bis ${when}`,
    no_pin: 'Nach keng PIN',
    no_pin_text: ({ name }) => `${name} huet nach keng PIN. D’Leedung setzt se an der Konsol.`,
    badge_unknown: 'Dëse Badge gehéiert hei kengem. Tippt op Ären Numm.',
    for_card: ({ card }) => `Kaart ••${card}`,
    new_card: 'Eng Kaart, déi dësen Tablet nach net kennt',
  },

  pin: {
    title: ({ name }) => `${name}, Är PIN`,
    progress: ({ digit, length }) => `Ziffer ${digit} ${beforeN('vun', length)}`,
    empty: ({ length }) => `PIN mat ${length} Zifferen, nach keng aginn`,
    erase: 'Lescht Ziffer läschen',
    checking: 'Gëtt gepréift',
    someone_else: 'Een aneren',
    pad: 'Taste fir d’PIN',
    locked_title: 'PIN gespaart',
    locked_text: 'Ze vill Versich. Waart, oder d’Leedung späert se an der Konsol op.',
    locked_left: 'Nach',
    locked_when: ({ when }) => `Gespaart bis ${when}`,
  },

  working: {
    stamping: 'Ee Moment',
    undoing: 'Gëtt réckgängeg gemaach',
    card: ({ card }) => `Kaart ••${card}`,
    new_card: 'Nei Kaart',
  },

  verdict: {
    stamp_of: ({ stamps, total }) => `Stempel ${stamps} ${beforeN('vun', total)}`,
    card_full: 'Kaart voll',
    reward: ({ reward }) => `Belounung verdéngt: ${reward}`,
    rewards_ready: ({ sets }) => `${count(sets, 'voll Kaart', 'voll Kaarten')} anzeléisen`,
    stamped: 'D’Kaart huet hire Stempel.',
    next_stamp: ({ when }) => `Nächste Stempel ${beforeN('vun', when)} un`,
    just_stamped: 'Dës Kaart gouf grad gestempelt.',
    undone: 'De Stempel ass nees vun der Kaart.',
    pending: 'Gespäichert',
    pending_text: 'Dës Kaart steet hei nach net op der Lëscht. De Server decidéiert.',
    saved_short: 'Hei gespäichert',
    confirmed_short: 'Confirméiert',
    refused_after_all: 'De Server huet dat mëttlerweil ofgeleent',
    saved_online: 'Hei gespäichert. D’Äntwert vum Server kënnt nach.',
    checked: 'Mam Server gepréift',
    unchecked: 'Hei decidéiert. De Server préift et, soubal d’Netz nees do ass.',
    unchecked_online: 'Hei decidéiert. De Server préift nach.',
    unchecked_short: 'Hei decidéiert',
    allowed_after_all: 'De Server huet dat mëttlerweil erlaabt',
    hello: ({ name }) => `Moien ${name}`,
    signed_on_until: ({ when }) => `Ugemellt bis ${when}`,
    not_saved: 'Net gespäichert',
    not_saved_quota:
      'De Späicher ass voll, et gouf näischt behalen. Probéiert spéider nach eng Kéier.',
    not_saved_storage:
      'Den Tablet konnt et net opschreiwen, et gouf näischt behalen. Probéiert nach eng Kéier.',
    not_saved_not_leader:
      'Eng aner Fënster vun dësem Tablet schafft grad. Huelt déi; hei gouf näischt behalen.',
    foreign: 'Net vun hei',
    foreign_text: 'Dëse Code gehéiert zu engem anere Counterfoil. Hei zielt en net.',
    unknown: 'Kee vun eis',
    unknown_text: 'Dëse Code ass weeder Kaart nach Badge. E gouf net opgemaach.',
    ticket: 'Dat ass en Ticket',
    ticket_text: 'Tickete gi bei der Dier gewisen. Dësen Tablet steet um Comptoir.',
    poster: 'Dat ass d’Affiche',
    poster_text:
      'D’Affiche vun der Stempelauer ass fir Ären eegenen Telefon. Hei mécht se näischt.',
    pairing: 'Scho gekoppelt',
    pairing_text: 'Dat ass e Kopplungscode, an dësen Tablet ass gekoppelt. Näischt huet geännert.',
    badge_unknown: 'Onbekannte Badge',
    badge_unknown_text: 'Dëse Badge gehéiert hei kengem. Frot d’Leedung.',
    failed: 'Nach eng Kéier',
    failed_text: 'Op dësem Tablet ass eppes schifgaangen. Wat virdru gespäichert war, ass sécher.',
  },

  pairing: {
    lost_title: 'Dësen Tablet huet säi Gediechtnes verluer',
    lost_text: ({ label, store_name }) =>
      `De Browser huet geläscht, wat „${label}“ bei ${store_name} gespäichert hat, och wat nach net geschéckt war. D’Konsol weist, wat feelt. Koppelt den Tablet nei:`,
    welcome: 'Wëllkomm',
    intro: 'Dësen Tablet ass nach net gekoppelt.',
    step_console: 'An der Konsol „Tableten“ opmaachen an een dobäisetzen.',
    step_show: 'De QR virun dës Kamera halen.',
    step_done: 'Dat war et. Vun do u geet alles, mat an ouni Netz.',
    code_label: 'Kopplungscode',
    code_hint: 'E steet an der Konsol ënnert dem QR a gëllt 15 Minutten.',
    pair: 'Koppelen',
    working: 'Gëtt gekoppelt',
    not_pairing: 'Dat ass kee Kopplungscode. Weist de QR aus „Tableten“ an der Konsol.',
    other_merchant: 'Code vun engem anere Betrib',
    other_merchant_text:
      'Dësen Tablet huet nach Ongeschécktes vum Betrib virdrun. Koppelt en als éischt do, fir datt näischt verluer geet.',
    by_code: 'De Code amplaz tippen',
    unreachable: 'Keng Verbindung',
    unreachable_text:
      'De Server äntwert net. Kontrolléiert d’Netz vum Tablet; de Code gëllt seng 15 Minutte weider.',
    code_unknown: 'Code net bekannt',
    code_unknown_text:
      'Kontrolléiert d’Buschtawen oder weist an der Konsol en neien un. E Code gëllt eemol, 15 Minutte laang.',
    not_kept: 'D’Kopplung konnt net gespäichert ginn',
    not_kept_text:
      'Op dësem Tablet huet näischt geännert. Probéiert nach eng Kéier; gëtt de Code dann ofgeleent, da weist an der Konsol en neien un.',
  },

  first_sync: {
    title: 'Gëtt preparéiert',
    text: 'Kaarten a Leit kommen eriwwer. Dir musst näischt maachen.',
    rows: ({ rows }) => `${rows} kritt`,
    interrupted: 'Waart op d’Netz',
    interrupted_text:
      'Et geet vum selwen do weider, wou et opgehalen huet. Näischt fänkt vu vir un.',
  },

  queue: {
    title: 'Netz a Waardeschlaang',
    online: 'Online. Wat hei geschitt, geet direkt erop.',
    offline: 'Offline. Alles bleift hei a geet spéider vum selwen erop.',
    retry: 'Elo schécken',
    empty: 'Näischt waart',
    empty_text: 'Alles, wat op dësem Tablet geschitt ass, ass confirméiert.',
    list: 'Operatiounen',
    waiting: 'Waart',
    confirmed: 'Confirméiert',
    refused: 'Ofgeleent',
    parked: 'Ze kucken',
    unknown_tablet:
      'De Server kennt den Tablet net, vun deem dëst kënnt. Et bleift hei; weist et der Leedung.',
    parked_text: 'De Server kann dës net huelen. Si bleift hei; d’Leedung gesäit se.',
    recovered: 'Vu virun der leschter Kopplung',
    attempts: ({ attempts }) => count(attempts, 'Versuch bis elo', 'Versich bis elo'),
    number: ({ seq }) => `Nr. ${seq}`,
    details: 'Detailer weisen',
    next_attempt: ({ when }) => `Nächste Versuch: ${when}`,
    last_error: ({ error }) => `Leschte Versuch: ${error}`,
    earlier: ({ operations }) => `an ${count(operations, 'méi fréi', 'méi fréier')}`,
  },

  notices: {
    title: 'Spéider ofgeleent',
    intro:
      'Den Tablet huet Jo gesot, wéi en net froe konnt. De Server huet Nee gesot. Näischt ass verluer: d’Leedung gesäit all Fall an decidéiert.',
    strip: ({ notices }) =>
      `${count(notices, 'Operatioun gouf', 'Operatioune goufen')} spéider ofgeleent`,
    look: 'Kucken',
    seen: 'Gesinn',
    none: 'Näischt gouf ofgeleent',
    none_text: 'All Jo vun dësem Tablet ass e Jo bliwwen.',
  },

  tablet: {
    title: 'Dësen Tablet',
    camera: 'Kamera',
    camera_auto: 'Kamera hannen',
    camera_front: 'Kamera vir',
    camera_numbered: ({ number }) => `Kamera ${number}`,
    torch_on: 'Luucht un',
    torch_off: 'Luucht aus',
    full_screen: 'Ganzen Ecran',
    sound_test: 'Toun probéieren',
    diagnostics: 'Diagnos',
    decoder: 'Code-Lieser',
    decoder_none: 'net gestart',
    frame_to_decoded: 'Ee Bild liesen',
    frame_to_signal: 'Bild bis Tick',
    frame_to_answer: 'Bild bis Äntwert',
    half_and_most: ({ p50, p95 }) => `meeschtens ${p50} ms, héchstens ${p95} ms (p50, p95)`,
    no_measure: 'nach näischt gemooss',
    persisted: 'Späicher vum Browser garantéiert',
    yes: 'jo',
    no: 'nee',
    unknown: 'net bekannt',
    used: 'Späicher gebraucht',
    used_of: ({ used, quota }) => `${used} ${beforeN('vun', quota)}`,
    megabytes: ({ size }) => `${size} MB`,
    offset: 'Auer par rapport zum Server',
    offset_ahead: ({ by }) => `geet ${by} vir`,
    offset_behind: ({ by }) => `geet ${by} no`,
    offset_none: 'op d’Sekonn richteg',
    rows: 'Zeilen um Tablet',
    version: 'Versioun',
    device: 'Nummer vum Tablet',
    pairing: 'Kopplung',
    sequence: 'Lescht Operatioun',
    last_error: 'Leschte Feeler beim Ofgläich',
    trail: 'Onerwaart Feeler',
    none: 'keng',
  },

  trouble: {
    camera_denied: 'D’Kamera ass net erlaabt',
    camera_denied_text:
      'Erlaabt dëser Säit d’Kamera an den Astellunge vum Browser. Handscanner an Tippe ginn ëmmer nach.',
    camera_absent: 'Keng Kamera fonnt',
    camera_absent_text:
      'Schléisst eng un, da start se vum selwen. Handscanner an Tippe ginn ëmmer nach.',
    camera_taken: 'Eng aner App huet d’Kamera',
    camera_taken_text:
      'Maacht déi aner App zou, da kënnt se vum selwen zréck. Tippe geet ëmmer nach.',
    camera_lost: 'D’Kamera ass fort',
    camera_lost_text: 'Si kënnt vum selwen zréck. Handscanner an Tippe ginn ëmmer nach.',
    camera_insecure: 'D’Kamera brauch eng sécher Verbindung',
    camera_insecure_text: 'Maacht dës Säit iwwer https op. Handscanner an Tippe ginn ëmmer nach.',
    camera_starting: 'Kamera start',
    decoder_missing: 'Dëse Browser kann keng Code liesen',
    decoder_missing_text: 'Aktualiséiert de Browser. Handscanner an Tippe ginn ëmmer nach.',
    camera_retry: 'Kamera nach eng Kéier probéieren',
    persist: 'De Browser kéint de Späicher vun dësem Tablet läschen',
    persist_text: 'Biet en, dat Gespäichert ze behalen.',
    persist_action: 'Behalen',
    persist_refused:
      'De Browser huet fir d’éischt Nee gesot. D’App um Startbildschierm z’installéieren hëlleft.',
    quota: 'De Späicher ass voll',
    quota_text:
      'Op dësem Tablet kann näischt Neies gespäichert ginn. Maacht Plaz; wat waart, ass sécher.',
    blocked: 'Eng eeler Fënster ass am Wee',
    blocked_text: 'Maacht déi aner Fënstere vun dëser App zou. Näischt geet verluer.',
    storage: 'De Späicher léisst sech net opmaachen',
    storage_text:
      'De Browser léisst dës Säit näischt späicheren. A private Fënsteren ass dat esou; huelt eng normal.',
    reload: 'Nach eng Kéier probéieren',
    insecure: 'Dës Säit brauch eng sécher Verbindung',
    insecure_text:
      'Ouni https gëtt de Browser weder Kamera nach Schlësselen hier, hei kéint näischt gestempelt oder gespäichert ginn. Maacht d’Adress op, déi mat https ufänkt.',
    insecure_action: 'Mat https opmaachen',
    too_old: 'Dëse Browser ass ze al',
    too_old_text:
      'Em feelt, wat Stempelen ouni Netz sécher behält. Aktualiséiert en oder huelt en aneren; näischt ass verluer.',
    clock: 'D’Auer vum Tablet geet falsch',
    clock_text: 'De Server riicht d’Zäiten. Stellt d’Auer, wann Dir Zäit hutt.',
    revoked: 'Dësen Tablet gouf ofgeschalt',
    revoked_text: ({ store }) =>
      `D’Leedung ${beforeN('vun', store)} huet en zréckgezunn. D’Donnéeë vun de Leit sinn hei geläscht.`,
    expired: 'D’Kopplung ass ofgelaf',
    expired_text: ({ store }) =>
      `Eng Kopplung gëllt ee Joer, an déi ${beforeN('vun', store)} ass eriwwer. Koppelt en nei.`,
    cleared: 'De Späicher vun dësem Tablet gouf eidel gemaach',
    cleared_text: ({ store }) =>
      `De Browser huet en eidel gemaach, mat der Kopplung un ${store}. Wat confirméiert war, ass um Server sécher; wat hei nach gewaart huet, ass fort.`,
    unsent: ({ operations }) =>
      `${count(operations, 'Operatioun ass', 'Operatioune sinn')} nach net geschéckt a ${pick(operations, 'bleift', 'bleiwen')} hei. Nom neie Koppele ${pick(operations, 'geet se', 'gi se')} erop.`,
    nothing_unsent: 'Alles war scho geschéckt.',
    pair_again: 'Nei koppelen',
    other_tab: 'Eng aner Fënster schafft',
    other_tab_text: 'Huelt déi, oder maacht se zou; dann iwwerhëlt dës vum selwen.',
    update: 'Eng nei Versioun ass do',
    update_text: 'Et dauert e puer Sekonnen. Wat waart, bleift.',
    update_action: 'Elo aktualiséieren',
    crashed: 'Dat war eise Feeler',
    crashed_text: 'Den Ecran ass stoe bliwwen. Alles Gespäichert op dësem Tablet ass sécher.',
    crashed_action: 'Op den Ufank',
    details: 'Kucken, wat waart',
  },
}
