import type { ReactNode } from 'react'
import { useRef } from 'react'
import { cx } from '../cx'
import { useCommonText } from '../language'
import { SkeletonBar } from '../light/skeleton'
import { VisuallyHidden } from '../light/visually-hidden'
import styles from './table.module.css'
import { useListKeys } from './use-list-keys'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end'
  readonly width?: string
  /** Never broken over two lines. */
  readonly nowrap?: boolean
  /** Left out where there is no room: on a phone, or in a very narrow list. */
  readonly hideOnPhone?: boolean
  /** Keeps the heading for screen readers only, e.g. over a column of buttons. */
  readonly hideTitle?: boolean
}

export interface TableProps<Row> {
  /** What the table lists; read aloud, not shown. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  /** `undefined` while loading. */
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  /** Opens a row: click, Enter, and j / k once one is open. The first cell becomes its button. */
  readonly onOpen?: ((row: Row) => void) | undefined
  readonly openKey?: string | undefined
  /** An `EmptyState` that teaches. */
  readonly empty: ReactNode
  /** "Complete up to 14:05", paging. */
  readonly foot?: ReactNode
  readonly skeletonRows?: number
}

export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, onOpen, openKey, empty, foot } = props
  const words = useCommonText()
  const bodyRef = useRef<HTMLTableSectionElement>(null)
  useListKeys(bodyRef, onOpen !== undefined)
  if (rows?.length === 0) return <div className={styles['frame']}>{empty}</div>
  return (
    <div className={styles['frame']}>
      <table aria-busy={rows === undefined} className={styles['table']}>
        <VisuallyHiddenCaption text={rows === undefined ? words.state.loading : caption} />
        <Head columns={columns} />
        <tbody ref={bodyRef}>
          {rows === undefined ? (
            <SkeletonRows columns={columns} count={props.skeletonRows ?? 6} />
          ) : (
            rows.map((row) => {
              const key = rowKey(row)
              const isOpen = key === openKey
              return (
                <BodyRow columns={columns} isOpen={isOpen} key={key} onOpen={onOpen} row={row} />
              )
            })
          )}
        </tbody>
      </table>
      {foot !== undefined && <div className={styles['foot']}>{foot}</div>}
    </div>
  )
}

function VisuallyHiddenCaption({ text }: { readonly text: string }) {
  return (
    <caption>
      <VisuallyHidden>{text}</VisuallyHidden>
    </caption>
  )
}

function cellClass<Row>(column: Column<Row>): string {
  return cx(
    column.align === 'end' && styles['end'],
    (column.nowrap || column.align === 'end') && styles['whole'],
    column.hideOnPhone && styles['wide'],
  )
}

function Head<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            className={cellClass(column)}
            key={column.key}
            scope="col"
            style={{ width: column.width }}
          >
            {column.hideTitle ? <VisuallyHidden>{column.title}</VisuallyHidden> : column.title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface BodyRowProps<Row> {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly isOpen: boolean
  readonly onOpen: ((row: Row) => void) | undefined
}

function BodyRow<Row>({ row, columns, isOpen, onOpen }: BodyRowProps<Row>) {
  return (
    <tr
      className={cx(
        styles['row'],
        onOpen !== undefined && styles['open'],
        isOpen && styles['selected'],
      )}
    >
      {columns.map((column, index) => (
        <td className={cellClass(column)} key={column.key}>
          {onOpen !== undefined && index === 0 ? (
            <button
              aria-current={isOpen ? 'true' : undefined}
              className={styles['opener']}
              data-row-opener
              onClick={() => onOpen(row)}
              type="button"
            >
              {column.cell(row)}
            </button>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  )
}

interface SkeletonRowsProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly count: number
}

function SkeletonRows<Row>({ columns, count }: SkeletonRowsProps<Row>) {
  return Array.from({ length: count }, (_, row) => (
    <tr key={row}>
      {columns.map((column, index) => (
        <td className={cellClass(column)} key={column.key}>
          <SkeletonBar width={`${48 + ((row * 23 + index * 31) % 42)}%`} />
        </td>
      ))}
    </tr>
  ))
}
