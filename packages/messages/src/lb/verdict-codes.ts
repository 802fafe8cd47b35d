import { beforeN } from '../n-rule'
import { wordsOf } from '../plural'
import type { VerdictMessages } from '../texts'

const { count } = wordsOf('lb')

export const codes: VerdictMessages['codes'] = {
  STAFF_UNKNOWN: {
    headline: 'Onbekannt Persoun',
    sentence: () => 'Mat dësem Badge oder dëser Nummer schafft hei keen. Frot de Responsabelen.',
  },
  STAFF_INACTIVE: {
    headline: 'Net aktiv',
    sentence: () => 'Dës Persoun ass ofgeschalt. De Responsabele kann se nees uschalten.',
  },
  PIN_WRONG: {
    headline: 'Falsche PIN',
    sentence: ({ attempts_left }) =>
      attempts_left === undefined
        ? 'Dëse PIN passt net. Probéiert nach eng Kéier.'
        : `Dëse PIN passt net. Nach ${count(attempts_left, 'Versuch', 'Versich')}.`,
  },
  PIN_UNREADABLE: {
    headline: 'Nach eng Kéier',
    sentence: () => 'De PIN ass net ganz ukomm. Tippt en nach eng Kéier.',
  },
  STAFF_LOCKED: {
    headline: 'PIN gespaart',
    sentence: ({ locked_until }) =>
      locked_until === undefined
        ? 'Ze vill Versich. De Responsabele kann de PIN nees fräischalten.'
        : `Ze vill Versich. Gespaart bis ${locked_until}; de Responsabele kann en éischter fräischalten.`,
  },
  SIGN_ON_MISSING: {
    headline: 'PIN gefrot',
    sentence: () =>
      'Dofir war keen ugemellt. Wielt Ären Numm, tippt Äre PIN a maacht et nach eng Kéier.',
  },
  SIGN_ON_REJECTED: {
    headline: 'Umeldung refuséiert',
    sentence: () =>
      'De PIN dohannert huet net gestëmmt. Alles ass gespäichert, an de Responsabelen decidéiert.',
  },
  SIGN_ON_EXPIRED: {
    headline: 'Nei umellen',
    sentence: () => 'D’Umeldung war ofgelaf. Tippt Äre PIN a maacht et nach eng Kéier.',
  },
  CARD_UNKNOWN: {
    headline: 'Onbekannt Kaart',
    sentence: () =>
      'Dës Kaart ass keng vun eis oder ganz nei. Frot no enger anerer oder probéiert et mam Netz nach eng Kéier.',
  },
  CARD_BLOCKED: {
    headline: 'Kaart gespaart',
    sentence: () => 'Dës Kaart gouf ersat oder gespaart. Frot no där méi neier.',
  },
  PROGRAM_INACTIVE: {
    headline: 'Programm pauséiert',
    sentence: () => 'De Programm vun dëser Kaart leeft elo grad net. Wat op der Kaart ass, bleift.',
  },
  STAMP_COOLDOWN: {
    headline: 'Ze fréi',
    sentence: ({ retry_at }) =>
      retry_at === undefined
        ? 'Dës Kaart gouf grad gestempelt. Den nächste Stempel muss e bësse waarden.'
        : `Dës Kaart gouf grad gestempelt. Nächste Stempel ${beforeN('vun', retry_at)} un.`,
  },
  STAMP_DAILY_LIMIT: {
    headline: 'Fir haut voll',
    sentence: ({ limit }) =>
      limit === undefined
        ? 'Dës Kaart huet all hir Stempele fir haut. Muer geet et weider.'
        : `Dës Kaart huet haut schonn ${count(limit, 'Stempel', 'Stempelen')}. Muer geet et weider.`,
  },
  INSUFFICIENT_BALANCE: {
    headline: 'Nach net genuch',
    sentence: ({ balance, needed }) =>
      balance === undefined || needed === undefined
        ? 'Op dëser Kaart ass nach net genuch fir d’Belounung.'
        : `D’Belounung brauch ${needed}; op der Kaart sinn ${balance}.`,
  },
  REWARD_UNKNOWN: {
    headline: 'Belounung ewech',
    sentence: () => 'Dës Belounung gëtt et net méi. Vun der Kaart gouf näischt ofgezunn.',
  },
  TICKET_UNKNOWN: {
    headline: 'Onbekannten Ticket',
    sentence: () => 'Dësen Ticket steet net op der Lëscht. Sicht de Gaascht mam Numm.',
  },
  TICKET_FORGED: {
    headline: 'Net echt',
    sentence: () => 'Dësen Ticket kënnt net vun eis. Rufft w.e.g. de Responsabelen.',
  },
  TICKET_REVOKED: {
    headline: 'Annuléiert',
    sentence: () => 'Dësen Ticket gouf annuléiert a gëllt net méi.',
  },
  TICKET_WRONG_PERFORMANCE: {
    headline: 'Aner Virstellung',
    sentence: () => 'Dësen Ticket ass fir eng aner Virstellung. Kuckt den Dag an d’Auerzäit no.',
  },
  TICKET_UNCONFIRMED: {
    headline: 'Net confirméiert',
    sentence: () =>
      'Dës Reservatioun gouf ni confirméiert. De Gaascht kann dat an der E-Mail nohuelen.',
  },
  TICKET_ALREADY_ADMITTED: {
    headline: 'Schonn dran',
    sentence: ({ first_at, first_place }) => {
      if (first_at === undefined) return 'Dësen Ticket gouf scho benotzt.'
      return first_place === undefined
        ? `Mat dësem Ticket ass um ${first_at} een eragaangen.`
        : `Mat dësem Ticket ass um ${first_at} een eragaangen, ${first_place}.`
    },
  },
  TICKET_NOT_INSIDE: {
    headline: 'Net dran',
    sentence: () => 'Mat dësem Ticket ass keen dran, also kann och keen erausgoen.',
  },
  PERFORMANCE_FULL: {
    headline: 'Voll',
    sentence: ({ capacity, inside, leased, kept, left = 0 }) => {
      if (left > 0)
        return `Hei just nach ${count(left, 'Plaz', 'Plazen')} fräi. Loosst manner vun hinnen eran.`
      if (leased !== undefined || kept !== undefined)
        return 'Fir dës Dier ass näischt méi fräi. Schéckt se bei eng aner, oder fir d’éischt muss een erausgoen.'
      return capacity === undefined || inside === undefined
        ? 'All d’Plaze si besat. Fir d’éischt muss een erausgoen.'
        : `${inside} ${beforeN('vun', capacity)} Plaze si besat. Fir d’éischt muss een erausgoen.`
    },
  },
  PERFORMANCE_NOT_OPEN: {
    headline: 'Nach net op',
    sentence: ({ opens_at }) =>
      opens_at === undefined ? 'D’Diere sinn nach zou.' : `D’Diere ginn um ${opens_at} op.`,
  },
  CLOCK_DOUBLE_TAP: {
    headline: 'Schonn notéiert',
    sentence: ({ first_at }) =>
      first_at === undefined
        ? 'Dat gouf grad notéiert. Eemol geet duer.'
        : `Dat gouf um ${first_at} notéiert. Eemol geet duer.`,
  },
  VOID_TOO_LATE: {
    headline: 'Ze spéit',
    sentence: () =>
      'Réckgängeg maache geet 15 Minutte laang. De Responsabele kann et nach verbesseren.',
  },
  VOID_UNKNOWN: {
    headline: 'Näischt ze maachen',
    sentence: () =>
      'De Server kennt dat net, wat réckgängeg gemaach sollt ginn. Geännert huet sech näischt.',
  },
  VOID_ALREADY: {
    headline: 'Scho réckgängeg',
    sentence: () => 'Dat gouf scho réckgängeg gemaach. Méi ass net ze maachen.',
  },
  JOB_NOT_ALLOWED: {
    headline: 'Net dësen Tablet',
    sentence: () =>
      'Dësen Tablet ass dofir net ageriicht. De Responsabele kann dat an der Konsol änneren.',
  },
  OP_MALFORMED: {
    headline: 'Net liesbar',
    sentence: () =>
      'De Server konnt dëse Virgang net liesen. E bleift fir de Responsabele gespäichert.',
  },
  KIND_UNKNOWN: {
    headline: 'Net verstanen',
    sentence: () =>
      'De Server kennt dës Zort Virgang nach net. E bleift fir de Responsabele gespäichert.',
  },
  OP_ID_REUSED: {
    headline: 'Passt net zesummen',
    sentence: () =>
      'De Server huet ënner dëser Nummer eppes anescht. Béides bleift fir ze vergläiche gespäichert.',
  },
  SEQ_REUSED: {
    headline: 'Duebel Nummer',
    sentence: () =>
      'Zwee Virgäng vun dësem Tablet hunn déi selwecht Nummer. Béid bleiwe fir ze vergläiche gespäichert.',
  },
}
