import type { VerdictMessages } from '../texts'

export const flags: VerdictMessages['flags'] = {
  CLOCK_UNCERTAIN: {
    headline: 'Zäit onsécher',
    sentence: 'Den Tablet wousst déi genee Zäit net; dës hei ass eis bescht Schätzung.',
  },
  CLOCK_AHEAD: {
    headline: 'Auer goung vir',
    sentence: 'D’Auer vum Tablet goung vir, dofir gëllt d’Zäit vun der Arrivée.',
  },
  CLOCK_BEHIND: {
    headline: 'Auer goung no',
    sentence: 'D’Auer vum Tablet goung no, dofir gëllt d’Zäit vum Virgang virdrun.',
  },
  LATE: {
    headline: 'Méi spéit ukomm',
    sentence: 'Den Tablet war offline; dëst koum méi wéi eng Minutt méi spéit un.',
  },
  RECOVERED: {
    headline: 'Gerett',
    sentence: 'Dëst louch nach op engem gespaarten Tablet a koum nom neie Koppelen un.',
  },
  ALREADY_CLOCKED_IN: {
    headline: 'War schonn do',
    sentence: 'No allem, wat d’Stempelauer wousst, war dës Persoun schonn op der Aarbecht.',
  },
  ALREADY_CLOCKED_OUT: {
    headline: 'War net do',
    sentence: 'No allem, wat d’Stempelauer wousst, war dës Persoun net op der Aarbecht.',
  },
  LONG_SHIFT: {
    headline: 'Laang Schicht',
    sentence: 'Dës Schicht huet méi wéi zwielef Stonne gedauert.',
  },
  UNVERIFIED: {
    headline: 'Net gepréift',
    sentence:
      'D’Umeldung dohannert gouf refuséiert; e Responsabelen huet de Virgang als Fakt ugeholl.',
  },
}
