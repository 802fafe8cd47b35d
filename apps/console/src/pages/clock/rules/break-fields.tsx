import type { WireClockSettings } from '@counterfoil/protocol'
import { Button } from '@counterfoil/ui'
import { NumberField } from '@counterfoil/ui/console'
import { useText } from '../../../text'
import styles from '../clock.module.css'

type Breaks = WireClockSettings['automatic_breaks']

export interface BreakFieldsProps {
  readonly breaks: Breaks
  readonly onChange: (breaks: Breaks) => void
}

const MOST = 4

/** Breaks that are taken off although nobody clocked them. */
export function BreakFields({ breaks, onChange }: BreakFieldsProps) {
  const words = useText().t.console.clock_rules
  const set = (at: number, part: Partial<Breaks[number]>) =>
    onChange(breaks.map((each, index) => (index === at ? { ...each, ...part } : each)))
  return (
    <section data-stack>
      <h2>{words.breaks}</h2>
      <p className={styles['meta']}>{words.breaks_text}</p>
      {breaks.length === 0 && <p>{words.no_breaks}</p>}
      {breaks.map((rule, index) => (
        // Rules have no name of their own, and their fields keep nothing to themselves.
        // oxlint-disable-next-line react/no-array-index-key
        <div className={styles['breakRule']} key={index}>
          <NumberField
            isRequired
            label={words.after}
            maxValue={1440}
            minValue={0}
            onChange={(after_minutes) => set(index, { after_minutes })}
            step={15}
            unit={words.minutes}
            value={rule.after_minutes}
          />
          <NumberField
            isRequired
            label={words.length}
            maxValue={240}
            minValue={1}
            onChange={(minutes) => set(index, { minutes })}
            unit={words.minutes}
            value={rule.minutes}
          />
          <Button
            onClick={() => onChange(breaks.filter((_, other) => other !== index))}
            variant="quiet"
          >
            {words.remove_break}
          </Button>
        </div>
      ))}
      {breaks.length < MOST && (
        <div>
          <Button onClick={() => onChange([...breaks, { after_minutes: 360, minutes: 30 }])}>
            {words.add_break}
          </Button>
        </div>
      )}
    </section>
  )
}
