import { beforeN } from '../n-rule'
import type { ProblemMessages } from '../texts'

const later = (retry_at: string | undefined) =>
  retry_at === undefined
    ? 'Probéiert et an engem Moment nach eng Kéier.'
    : `Probéiert et ${beforeN('vun', retry_at)} un nach eng Kéier.`

export const problems: ProblemMessages = {
  BATCH_MALFORMED: {
    title: 'Sendung net liesbar',
    sentence: () =>
      'De Server konnt dës Sendung net liesen. Alles ass weiderhin op dësem Tablet gespäichert; e probéiert et a méi klengen Deeler nach eng Kéier.',
  },
  BODY_MALFORMED: {
    title: 'Kuckt w.e.g. no',
    sentence: () =>
      'E puer Felder mussen nach eng Kéier nogekuckt ginn. Wat Dir getippt hutt, ass nach do.',
  },
  CURSOR_INVALID: {
    title: 'Lëscht huet geännert',
    sentence: () => 'Dës Plaz an der Lëscht gëtt et net méi. Luet d’Lëscht vu vir.',
  },
  SIGN_IN_REQUIRED: {
    title: 'Mellt Iech w.e.g. un',
    sentence: () => 'Är Sessioun ass eriwwer. Mellt Iech nees un a maacht do virun, wou Dir waart.',
  },
  CREDENTIALS_INVALID: {
    title: 'Dat passt net',
    sentence: () =>
      'D’E-Mail an d’Passwuert passen net zesummen. Kuckt béid no a probéiert nach eng Kéier.',
  },
  TOTP_REQUIRED: {
    title: 'Nach ee Schrëtt',
    sentence: () =>
      'Gitt déi sechs Zifferen aus Ärer Authenticator-App an, oder e Recuperatiounscode.',
  },
  USE_DPOP_NONCE: {
    title: 'Nach eng Kéier',
    sentence: () => 'De Server huet eng nei Signatur gefrot. Den Tablet schéckt se vu selwer.',
  },
  DPOP_INVALID: {
    title: 'Signatur refuséiert',
    sentence: () =>
      'De Server konnt d’Signatur vun dësem Tablet net préiwen. Alles ass hei gespäichert. Bleift et esou, koppelt den Tablet nei.',
  },
  TOKEN_INVALID: {
    title: 'Tablet net erkannt',
    sentence: () =>
      'De Server kennt dës Koppelung net. Alles ass hei gespäichert. Frot de Responsabelen, den Tablet nei ze koppelen.',
  },
  TERMINAL_DEVICE_REVOKED: {
    title: 'Tablet gespaart',
    sentence: () =>
      'De Responsabelen huet dësen Tablet gespaart. D’Donnéeë vun de Leit sinn dovun ewech; alles, wat nach net geschéckt ass, bleift gespäichert.',
  },
  TERMINAL_DEVICE_EXPIRED: {
    title: 'Koppelung ofgelaf',
    sentence: () =>
      'Eng Koppelung gëllt ee Joer, an dës ass eriwwer. Alles, wat nach net geschéckt ass, bleift gespäichert. Koppelt den Tablet nei.',
  },
  TERMINAL_DEVICE_PAIRING_EXPIRED: {
    title: 'Code ofgelaf',
    sentence: () => 'E Koppelungscode gëllt 15 Minutten. Weist an der Konsol en neien a scannt en.',
  },
  FORBIDDEN: {
    title: 'Net erlaabt',
    sentence: () =>
      'Är Roll erlaabt dat net. E Proprietär oder e Manager kann et maachen oder Är Roll änneren.',
  },
  NOT_FOUND: {
    title: 'Net fonnt',
    sentence: () => 'Hei ass näischt. Vläicht gouf et ewechgeholl, oder d’Adress stëmmt net ganz.',
  },
  TERMINAL_DEVICE_ALREADY_CLAIMED: {
    title: 'Code scho benotzt',
    sentence: () =>
      'Mat dësem Code gouf en aneren Tablet gekoppelt. Waart Dir dat net, da spaart en an der Konsol a weist en neie Code.',
  },
  CONFLICT: {
    title: 'An der Tëschenzäit geännert',
    sentence: () =>
      'Een huet dat an der Tëschenzäit geännert. Luet et nei; vun där Ännerung geet näischt verluer.',
  },
  TOO_LARGE: {
    title: 'Ze grouss',
    sentence: () =>
      'Dat ass méi, wéi de Server op eemol hëlt. Schéckt et a méi klengen Deeler; gespäichert gouf näischt.',
  },
  MEDIA_TYPE: {
    title: 'Falscht Format',
    sentence: () => 'De Server hëlt hei JSON. Gespäichert gouf näischt.',
  },
  VALIDATION: {
    title: 'Dat passt net zesummen',
    sentence: () => 'Dës Wäerter passen net zesummen. Wat Dir getippt hutt, ass nach do.',
  },
  PROTOCOL_UNSUPPORTED: {
    title: 'Update néideg',
    sentence: () =>
      'Dës Versioun an de Server verstinn sech net méi. Alles bleift gespäichert. Maacht d’App zou an nees op.',
  },
  RATE_LIMITED: {
    title: 'E bësse méi lues',
    sentence: ({ retry_at }) => `Dat war vill a kuerzer Zäit. ${later(retry_at)}`,
  },
  UNAVAILABLE: {
    title: 'Geschwë nees do',
    sentence: ({ retry_at }) =>
      `De Server kann elo grad net äntweren. Näischt ass verluer. ${later(retry_at)}`,
  },
  NETWORK: {
    title: 'Keng Verbindung',
    sentence: () =>
      'De Server ass net z’erreechen. Näischt ass verluer. Kuckt d’Netz no a probéiert nach eng Kéier.',
  },
  UNEXPECTED: {
    title: 'Do ass eppes schifgaangen',
    sentence: () =>
      'Dat louch un eis, net un Iech. Probéiert nach eng Kéier; bleift et esou, sot dem Support d’Nummer vun der Ufro.',
  },
}
