import { NumberField, RadioGroup } from '@counterfoil/ui/console'
import { useText } from '../../text'
import type { FieldsProps } from './program-values'
import styles from './programs.module.css'

/** What cards of a program collect: chosen once, when it starts. */
export function KindChoice({ draft, change }: FieldsProps) {
  const { programs: words } = useText().t.console
  return (
    <RadioGroup
      cards
      label={words.kind}
      onChange={(kind) => change({ kind })}
      options={[
        { value: 'stamps', label: words.kind_stamps, hint: words.kind_stamps_hint },
        { value: 'points', label: words.kind_points, hint: words.kind_points_hint },
      ]}
      value={draft.kind}
    />
  )
}

/** How many minor units one unit of a currency has. */
function minorUnits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0)
}

interface PointFieldsProps extends FieldsProps {
  readonly currency: string
}

export function PointFields({ draft, change, currency }: PointFieldsProps) {
  const { programs: words } = useText().t.console
  const units = minorUnits(currency)
  return (
    <>
      <NumberField
        isRequired
        label={words.points_per_unit}
        maxValue={10_000}
        minValue={1}
        name="points_per_unit"
        onChange={(points_per_unit) => change({ points_per_unit })}
        value={draft.points_per_unit}
      />
      <div className={styles['pair']}>
        <NumberField
          formatOptions={{ style: 'currency', currency }}
          hint={words.min_amount_hint}
          isRequired
          label={words.min_amount}
          maxValue={1_000_000_000 / units}
          minValue={0}
          name="min_amount_minor"
          onChange={(amount) => change({ min_amount_minor: Math.round(amount * units) })}
          value={draft.min_amount_minor / units}
        />
        <NumberField
          isRequired
          label={words.max_points}
          maxValue={1_000_000}
          minValue={1}
          name="max_points_per_op"
          onChange={(max_points_per_op) => change({ max_points_per_op })}
          value={draft.max_points_per_op}
        />
      </div>
    </>
  )
}
