import type * as source from '../../en/console/ledger-check'
import { wordsOf } from '../../plural'

const { count } = wordsOf('lb')

export const ledger_check: typeof source.ledger_check = {
  verify: 'Iwwerpréiwen',
  title: 'Journal iwwerpréiwen',
  text: 'Geet d’Kette vun der éischter Zeil un duerch, rechent all Zuel doraus no a vergläicht. D’Aarbecht geet derbäi weider.',
  start: 'Elo iwwerpréiwen',
  again: 'Nach eng Kéier iwwerpréiwen',
  running: 'D’Kette gëtt iwwerpréift …',
  whole: 'De Journal ass intakt',
  whole_text: ({ entries }) =>
    `${count(entries, 'Zeil', 'Zeilen')}: All Zeil kënnt no der virdrun, an all Zuel kënnt doraus.`,
  empty: 'Nach keng Zeil, an näischt, wat eng bräicht.',
  broken: 'De Journal ass net intakt',
  advice:
    'Et gouf näischt geännert. Maacht e Backup, sou wéi et elo ass, éier eppes verbessert gëtt.',
  up_to: 'Intakt bis',
  nothing: 'näischt',
  entry: ({ n }) => `Zeil ${n}`,
  at: 'Iwwerpréift',
  hash: 'Fangerofdrock',
  keep: 'Haalt d’Nummer an de Fangerofdrock soss anzwousch fest: Da ka virdrun näischt onbemierkt ëmgeschriwwe ginn, och net vun deem, deen d’Datebank bedreift.',
  copy: 'Béides kopéieren',
  faults: {
    entry_missing: ({ expected, found }) =>
      `D’Zeil ${expected} feelt; op hirer Plaz steet ${found}.`,
    link_broken: ({ n }) => `D’Zeil ${n} kënnt net no der virdrun.`,
    entry_changed: ({ n }) =>
      `D’Zeil ${n} gouf geännert: Hiren Inhalt huet net de Fangerofdrock, deen niewendrun steet.`,
    end_missing: ({ expected, found }) => `Erwaart bis ${expected}; fonnt: ${found}.`,
    kind_unknown: ({ n, found }) =>
      `D’Zeil ${n} ass vun der Aart ${found}, déi dës Versioun net kennt.`,
    value_differs: ({ place, field, expected, found }) =>
      `${place}: ${field} misst ${expected} sinn, fonnt ${found}.`,
    row_missing: ({ n, place }) => `${place}: Et feelt, wat d’Zeil ${n} bewierkt huet.`,
    row_unfounded: ({ place }) => `${place}: Steet do, ouni datt eng Zeil et bewierkt huet.`,
  },
  export: 'Exportéieren',
  formats: { csv: 'Fir Tabellen (CSV)', jsonl: 'Fir Programmer (JSON Lines)' },
  export_failed: 'Den Export ass net gaangen',
}
