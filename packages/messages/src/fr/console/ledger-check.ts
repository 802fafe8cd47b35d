import type * as source from '../../en/console/ledger-check'
import { wordsOf } from '../../plural'

const { count } = wordsOf('fr')

export const ledger_check: typeof source.ledger_check = {
  verify: 'Vérifier',
  title: 'Vérifier le registre',
  text: 'Parcourt la chaîne depuis la première ligne, recalcule chaque chiffre et compare. Le travail continue pendant ce temps.',
  start: 'Vérifier maintenant',
  again: 'Vérifier encore',
  running: 'Parcours de la chaîne …',
  whole: 'Le registre est intact',
  whole_text: ({ entries }) =>
    `${count(entries, 'ligne', 'lignes')} : chacune suit la précédente, et chaque chiffre en découle.`,
  empty: 'Aucune ligne encore, et rien qui en demanderait une.',
  broken: 'Le registre n’est pas intact',
  advice: 'Rien n’a été modifié. Faites une sauvegarde en l’état, avant toute correction.',
  up_to: 'Intact jusqu’à',
  nothing: 'rien',
  entry: ({ n }) => `la ligne ${n}`,
  at: 'Vérifié',
  hash: 'Empreinte',
  keep: 'Gardez le numéro et l’empreinte ailleurs : rien de ce qui précède ne pourra être réécrit en cachette, pas même par qui gère la base de données.',
  copy: 'Copier les deux',
  faults: {
    entry_missing: ({ expected, found }) =>
      `La ligne ${expected} manque ; à sa place se trouve ${found}.`,
    link_broken: ({ n }) => `La ligne ${n} ne suit pas la précédente.`,
    entry_changed: ({ n }) =>
      `La ligne ${n} a été modifiée : son contenu n’a pas l’empreinte inscrite à côté.`,
    end_missing: ({ expected, found }) => `Il devrait atteindre ${expected} ; trouvé : ${found}.`,
    kind_unknown: ({ n, found }) => `La ligne ${n} est du type ${found}, inconnu de cette version.`,
    value_differs: ({ place, field, expected, found }) =>
      `${place} : ${field} devrait être ${expected}, trouvé ${found}.`,
    row_missing: ({ n, place }) => `${place} : il manque ce que la ligne ${n} a produit.`,
    row_unfounded: ({ place }) => `${place} : présent sans aucune ligne du registre.`,
  },
  export: 'Exporter',
  formats: { csv: 'Pour tableurs (CSV)', jsonl: 'Pour programmes (JSON Lines)' },
  export_failed: 'L’export a échoué',
}
