import type { ReactNode } from 'react'
import styles from './lane-chart.module.css'
import { binned, type Bin, type LaneValue, ticksOf } from './lanes'

export interface Lane {
  readonly id: string
  /** Stands before its bars: no legend is needed. */
  readonly label: string
  /** One quiet line under the label. */
  readonly note?: ReactNode
  /** Stands behind its bars. */
  readonly total: string
  readonly values: readonly LaneValue[]
}

export interface LaneChartProps {
  /** Says what the chart shows; read aloud. Its figures belong in a table beside it. */
  readonly label: string
  readonly lanes: readonly Lane[]
  /** First and last moment shown, ms; the last included. */
  readonly from: number
  readonly until: number
  /** Width of a bar, ms. */
  readonly step: number
  readonly formatTime: (at: number) => string
  /** Written on the highest bar: "12 at 20:05". */
  readonly formatPeak: (value: number, at: number) => string
}

/**
 * One strip of bars a lane, under each other on one clock and one scale: told apart by where they
 * stand, not by colour. What goes down stands below the line.
 */
export function LaneChart(props: LaneChartProps) {
  const { label, lanes, from, until, step, formatTime, formatPeak } = props
  const strips = lanes.map((lane) => ({ lane, bins: binned(lane.values, from, until, step) }))
  const all = strips.flatMap(({ bins }) => bins)
  const up = Math.max(1, ...all.map((bin) => bin.up))
  const down = Math.max(0, ...all.map((bin) => bin.down))
  const peak = all.find((bin) => bin.up === up)
  return (
    <figure aria-label={label} className={styles['chart']}>
      {strips.map(({ lane, bins }) => (
        <div className={styles['lane']} key={lane.id}>
          <div className={styles['label']}>
            <span className={styles['name']}>{lane.label}</span>
            {lane.note !== undefined && <span className={styles['note']}>{lane.note}</span>}
          </div>
          <div className={styles['plot']}>
            {peak !== undefined && bins.includes(peak) && (
              <Peak at={(bins.indexOf(peak) + 0.5) / bins.length} text={formatPeak(up, peak.at)} />
            )}
            <Strip bins={bins} down={down} up={up} />
          </div>
          <span className={styles['total']}>{lane.total}</span>
        </div>
      ))}
      <Axis formatTime={formatTime} from={from} step={step} until={until} />
    </figure>
  )
}

const HEIGHT = 100

interface StripProps {
  readonly bins: readonly Bin[]
  readonly up: number
  readonly down: number
}

function Strip({ bins, up, down }: StripProps) {
  const unit = HEIGHT / (up + down)
  const line = up * unit
  return (
    <svg
      aria-hidden
      className={styles['strip']}
      preserveAspectRatio="none"
      viewBox={`0 0 ${bins.length} ${HEIGHT}`}
    >
      {bins.map((bin, index) => (
        <g key={bin.at}>
          {bin.up > 0 && (
            <rect
              className={styles['up']}
              height={bin.up * unit}
              width="0.8"
              x={index + 0.1}
              y={line - bin.up * unit}
            />
          )}
          {bin.down > 0 && (
            <rect
              className={styles['down']}
              height={bin.down * unit}
              width="0.8"
              x={index + 0.1}
              y={line}
            />
          )}
        </g>
      ))}
      <path className={styles['line']} d={`M0 ${line}H${bins.length}`} />
    </svg>
  )
}

/** At its bar, but never over the edge. */
function Peak({ at, text }: { readonly at: number; readonly text: string }) {
  return (
    <span className={styles['peak']} style={{ left: `${at * 100}%`, translate: `${-at * 100}% 0` }}>
      {text}
    </span>
  )
}

type AxisProps = Pick<LaneChartProps, 'from' | 'until' | 'step' | 'formatTime'>

function Axis({ from, until, step, formatTime }: AxisProps) {
  const width = until - from + step
  return (
    <div aria-hidden className={styles['axis']}>
      {ticksOf(from, until).map((at) => (
        <span key={at} style={{ left: `${((at - from) / width) * 100}%` }}>
          {formatTime(at)}
        </span>
      ))}
    </div>
  )
}
