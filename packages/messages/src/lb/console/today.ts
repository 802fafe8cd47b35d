import type * as source from '../../en/console/today'
import { wordsOf } from '../../plural'

const { count, pick } = wordsOf('lb')

export const today: typeof source.today = {
  title: 'Haut',
  stamps: 'Stempelen',
  yesterday: ({ stamps }) => `Gëschter am Ganzen: ${count(stamps, 'Stempel', 'Stempelen')}`,
  cards: 'Kaarte gesinn',
  refused: 'Refuséiert',
  refused_hint: 'Um Comptoir oder méi spéit vum Server',
  waiting: 'Waart op Iech',
  reviews: ({ reviews }) => count(reviews, 'Decisioun steet un', 'Decisioune stinn un'),
  reviews_text: 'En Tablet an de Server hunn et anescht gesinn.',
  reviews_action: 'Decidéieren',
  quiet: ({ label }) => `${label} mellt sech net`,
  quiet_since: ({ when }) => `Fir d’lescht héieren: ${when}.`,
  quiet_never: 'E huet sech nach ni gemellt.',
  quiet_pending: ({ pending }) =>
    `Do ${pick(pending, 'huet', 'hunn')} nach ${count(pending, 'Operatioun', 'Operatioune')} gewaart.`,
  quiet_action: 'Ukucken',
  all_clear: {
    title: 'Näischt waart op Iech',
    text: 'Keng Decisioun ass op, an all d’Tableten hu sech gemellt.',
  },
  door: 'Haut un der Dier',
  by_hour: 'Stempelen no Stonn',
  by_day: 'Stempele vun de leschte 14 Deeg',
  by_staff: 'Stempelen no Persoun',
  no_stamps: 'Haut nach keng Stempelen. Si kommen heihin, soubal en Tablet se schéckt.',
  latest: 'Dat Lescht am Journal',
  latest_all: 'Journal opmaachen',
  steps: {
    title: 'A véier Schrëtt bis bei den éischte Stempel',
    text: 'All Schrëtt dauert eng Minutt. Alles kann ee méi spéit änneren.',
    store: {
      title: 'Äert Geschäft derbäisetzen',
      text: 'Adress an Zäitzon.',
      action: 'Geschäft derbäisetzen',
    },
    program: {
      title: 'E Programm starten',
      text: 'Wéi vill Stempelen, a wourfir.',
      action: 'Programm starten',
    },
    people: {
      title: 'D’Leit um Comptoir derbäisetzen',
      text: 'Jidderee mat engem eegene PIN.',
      action: 'Persoun derbäisetzen',
    },
    tablet: {
      title: 'En Tablet verbannen',
      text: 'E scannt e Code vun dësem Ecran.',
      action: 'Tablet virbereeden',
    },
    done: 'Gemaach',
  },
}
