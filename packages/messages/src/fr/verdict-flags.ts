import type { VerdictMessages } from '../texts'

export const flags: VerdictMessages['flags'] = {
  CLOCK_UNCERTAIN: {
    headline: 'Heure incertaine',
    sentence:
      'La tablette ne connaissait pas l’heure exacte ; celle-ci est notre meilleure estimation.',
  },
  CLOCK_AHEAD: {
    headline: 'Horloge en avance',
    sentence: 'L’horloge de la tablette avançait ; l’heure d’arrivée a été retenue.',
  },
  CLOCK_BEHIND: {
    headline: 'Horloge en retard',
    sentence:
      'L’horloge de la tablette retardait ; l’heure de l’opération précédente a été retenue.',
  },
  LATE: {
    headline: 'Arrivé plus tard',
    sentence: 'La tablette était hors ligne ; ceci est arrivé plus d’une minute après les faits.',
  },
  RECOVERED: {
    headline: 'Récupéré',
    sentence:
      'C’était encore sur une tablette désactivée et a été envoyé après un nouvel appairage.',
  },
  ALREADY_CLOCKED_IN: {
    headline: 'Déjà présent',
    sentence: 'D’après ce que la pointeuse savait, cette personne travaillait déjà.',
  },
  ALREADY_CLOCKED_OUT: {
    headline: 'N’était pas là',
    sentence: 'D’après ce que la pointeuse savait, cette personne ne travaillait pas.',
  },
  LONG_SHIFT: { headline: 'Longue journée', sentence: 'Ce service a duré plus de douze heures.' },
  UNVERIFIED: {
    headline: 'Non vérifié',
    sentence: 'L’identification a été refusée ; un responsable a accepté le fait.',
  },
}
