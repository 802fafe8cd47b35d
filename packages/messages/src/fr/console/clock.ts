import type { clock as source } from '../../en/console/clock'

/** Hours: who is at work, and the sheets. */
export const clock: typeof source = {
  title: 'Heures',
  lead: 'Qui est au travail, et les heures de chacun telles que pointées.',
  now: 'Au travail maintenant',
  now_count: ({ people: n }) =>
    n === 0
      ? 'Personne n’est au travail'
      : n === 1
        ? '1 personne au travail'
        : `${n} personnes au travail`,
  nobody: 'Personne n’a pointé son arrivée',
  nobody_text: 'Toute arrivée pointée sur une tablette apparaît ici aussitôt.',
  states: {
    in: ({ when }) => `Présence depuis ${when}`,
    break: ({ when }) => `En pause depuis ${when}`,
  },
  overdue: ({ when }) => `Présence depuis ${when} : manque-t-il un départ ?`,
  sources: {
    tablet: 'code sur tablette',
    badge: 'badge sur tablette',
    phone: 'téléphone personnel',
    manual: 'saisi à la main',
  },
  month_before: 'Mois précédent',
  month_after: 'Mois suivant',
  sheets: 'Heures par personne',
  no_sheets: 'Pas encore d’heures',
  no_sheets_text:
    'Elles viennent de ce qui est pointé sur une tablette dont la tâche est la pointeuse.',
  person: 'Personne',
  odd: 'À regarder',
  days: 'Jours',
  breaks: 'Pauses',
  worked: 'Travail',
  payroll: 'CSV pour la paie',
  calendar: 'Fichier d’agenda',
  file_failed: 'Le fichier n’a pas pu être créé',
  total: ({ worked, breaks }) => `${worked} de travail, ${breaks} de pause`,
  no_shifts: 'Aucun service ce mois-ci',
  open: 'en cours',
  anomalies: {
    MISSING_OUT: 'Départ manquant',
    MISSING_IN: 'Arrivée manquante',
    OVERLAP: 'Pointé deux fois',
    LONG_SHIFT: 'Plus de douze heures',
    BREAK_UNCLEAR: 'Pause à vérifier',
  },
}
