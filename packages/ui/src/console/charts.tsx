import { cx } from '../cx'
import { useFormat } from '../language'
import styles from './charts.module.css'

export interface BarDatum {
  readonly label: string
  readonly value: number
}

export interface BarChartProps {
  /** Says what the chart shows; read aloud before its values. */
  readonly label: string
  readonly data: readonly BarDatum[]
  /** How a value is written; plain numbers when left out. */
  readonly formatValue?: (value: number) => string
  /** With many bars only the highest carries its value. */
  readonly values?: 'all' | 'highest'
}

// The value stands on its bar, so the highest bar leaves room for one line.
const VALUE_LINE = '1.125rem'

/** Bars in one hue, the highest darkest, each labelled where it stands. */
export function BarChart({ label, data, formatValue, values = 'all' }: BarChartProps) {
  const format = useFormat()
  const write = formatValue ?? format.number
  const highest = Math.max(0, ...data.map((datum) => datum.value))
  const read = data.map((datum) => `${datum.label} ${write(datum.value)}`).join(', ')
  return (
    <div aria-label={`${label}: ${read}`} className={styles['bars']} role="img">
      {data.map((datum) => {
        const isBest = datum.value === highest && highest > 0
        const share = highest === 0 ? 0 : datum.value / highest
        return (
          <div className={styles['column']} key={datum.label}>
            <div className={styles['plot']}>
              {(values === 'all' || isBest) && (
                <span className={styles['value']}>{write(datum.value)}</span>
              )}
              <div
                className={cx(styles['bar'], isBest && styles['best'])}
                style={{ height: `calc(${share} * (100% - ${VALUE_LINE}))` }}
              />
            </div>
            <span className={styles['label']}>{datum.label}</span>
          </div>
        )
      })}
    </div>
  )
}

export interface SparklineProps {
  readonly label: string
  /** Oldest first. */
  readonly values: readonly number[]
}

const WIDTH = 100
const HEIGHT = 32

/** The shape of a series, without axes; its figures stand beside it. */
export function Sparkline({ label, values }: SparklineProps) {
  const highest = Math.max(1, ...values)
  const step = WIDTH / Math.max(1, values.length - 1)
  const points = values.map((value, index) => {
    const y = HEIGHT - 2 - (value / highest) * (HEIGHT - 4)
    return `${(index * step).toFixed(2)},${y.toFixed(2)}`
  })
  return (
    <svg
      aria-label={label}
      className={styles['spark']}
      preserveAspectRatio="none"
      role="img"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <polygon
        className={styles['area']}
        points={`0,${HEIGHT} ${points.join(' ')} ${WIDTH},${HEIGHT}`}
      />
      <polyline className={styles['line']} points={points.join(' ')} />
      {/* A line of no length with round ends: a dot that is not stretched with the rest. */}
      <path className={styles['last']} d={`M${points.at(-1) ?? '0,0'}h0.01`} />
    </svg>
  )
}
