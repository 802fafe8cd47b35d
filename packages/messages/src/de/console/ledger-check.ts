import type * as source from '../../en/console/ledger-check'
import { wordsOf } from '../../plural'

const { count } = wordsOf('de')

export const ledger_check: typeof source.ledger_check = {
  verify: 'Prüfen',
  title: 'Journal prüfen',
  text: 'Geht die Kette vom ersten Eintrag an durch, rechnet jede Zahl daraus nach und vergleicht. Die Arbeit geht dabei weiter.',
  start: 'Jetzt prüfen',
  again: 'Nochmals prüfen',
  running: 'Die Kette wird geprüft …',
  whole: 'Das Journal ist unversehrt',
  whole_text: ({ entries }) =>
    `${count(entries, 'Eintrag', 'Einträge')}: Jeder folgt auf den vorigen, und jede Zahl folgt daraus.`,
  empty: 'Noch kein Eintrag, und nichts, das einen bräuchte.',
  broken: 'Das Journal ist nicht unversehrt',
  advice: 'Es wurde nichts geändert. Sichern Sie den jetzigen Stand, bevor etwas berichtigt wird.',
  up_to: 'Unversehrt bis',
  nothing: 'nichts',
  entry: ({ n }) => `Eintrag ${n}`,
  at: 'Geprüft',
  hash: 'Fingerabdruck',
  keep: 'Bewahren Sie Nummer und Fingerabdruck anderswo auf: Dann lässt sich davor nichts unbemerkt umschreiben, auch nicht von dem, der die Datenbank betreibt.',
  copy: 'Beides kopieren',
  faults: {
    entry_missing: ({ expected, found }) =>
      `Eintrag ${expected} fehlt; an seiner Stelle steht ${found}.`,
    link_broken: ({ n }) => `Eintrag ${n} folgt nicht auf den vorigen.`,
    entry_changed: ({ n }) =>
      `Eintrag ${n} wurde geändert: Sein Inhalt hat nicht den Fingerabdruck, der daneben steht.`,
    end_missing: ({ expected, found }) => `Erwartet bis ${expected}; gefunden: ${found}.`,
    kind_unknown: ({ n, found }) =>
      `Eintrag ${n} ist von der Art ${found}, die diese Version nicht kennt.`,
    value_differs: ({ place, field, expected, found }) =>
      `${place}: ${field} müsste ${expected} sein, gefunden ${found}.`,
    row_missing: ({ n, place }) => `${place}: Es fehlt, was Eintrag ${n} bewirkt hat.`,
    row_unfounded: ({ place }) => `${place}: Steht da, ohne dass ein Eintrag es bewirkt hat.`,
  },
  export: 'Exportieren',
  formats: { csv: 'Für Tabellen (CSV)', jsonl: 'Für Programme (JSON Lines)' },
  export_failed: 'Der Export ist fehlgeschlagen',
}
