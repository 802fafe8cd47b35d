import type { GuestImport, GuestImportError, Performance } from '@counterfoil/protocol'
import { Button, buttonClass, Notice } from '@counterfoil/ui'
import { type Column, Modal, Table, useToast } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useImportGuests } from '../../../api/guests'
import { ErrorNotice } from '../../../components/error-state'
import { useText } from '../../../text'
import styles from './guests.module.css'

export interface ImportDialogProps {
  readonly performance: Performance
  readonly onClose: () => void
}

/** As many characters as the server takes at once. */
const MOST = 200_000

/** A file is looked at first; it is booked once nothing in it needs mending. */
export function ImportDialog({ performance, onClose }: ImportDialogProps) {
  const { t } = useText()
  const words = t.console.guest_files
  const [csv, setCsv] = useState<string>()
  const [tooBig, setTooBig] = useState(false)
  const preview = useImportGuests()
  const write = useImportGuests()
  const toast = useToast()
  const { id } = performance
  const found = csv === undefined ? undefined : preview.data?.import
  async function choose(file: File | undefined) {
    if (file === undefined) return
    const text = await file.text()
    write.reset()
    setTooBig(text.length > MOST)
    setCsv(text.length > MOST ? undefined : text)
    if (text.length <= MOST) preview.mutate({ params: { id }, body: { csv: text, commit: false } })
  }
  const commit = () =>
    csv !== undefined &&
    write.mutate(
      { params: { id }, body: { csv, commit: true } },
      {
        onSuccess: (answer) => {
          if (!answer.import.committed) return
          toast({ title: words.done({ rows: answer.import.added }) })
          onClose()
        },
      },
    )
  const outcome = write.data?.import ?? found
  return (
    <Modal
      actions={
        <>
          <Button onClick={onClose}>{t.common.action.cancel}</Button>
          {outcome !== undefined && outcome.errors.length === 0 && outcome.added > 0 && (
            <Button busy={write.isPending} onClick={commit} variant="primary">
              {words.commit({ rows: outcome.added })}
            </Button>
          )}
        </>
      }
      onClose={onClose}
      open
      size="large"
      title={words.title}
    >
      <div data-stack>
        <p>{words.text}</p>
        <FilePicker
          label={csv === undefined ? words.choose : words.other}
          onChoose={(file) => void choose(file)}
        />
        {tooBig && <Notice tone="danger">{words.too_big}</Notice>}
        <ErrorNotice error={preview.error ?? write.error} />
        {outcome && <Outcome outcome={outcome} />}
      </div>
    </Modal>
  )
}

interface FilePickerProps {
  readonly label: string
  readonly onChoose: (file: File | undefined) => void
}

/** A button that is a file field: the browser's own words for it are in the system's language. */
function FilePicker({ label, onChoose }: FilePickerProps) {
  return (
    <label className={styles['file']}>
      <input
        accept=".csv,text/csv"
        className={styles['hidden']}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.files?.[0])
          // The same file, mended, is a change again.
          currentTarget.value = ''
        }}
        type="file"
      />
      <span className={buttonClass({})}>{label}</span>
    </label>
  )
}

type Words = ReturnType<typeof useText>['t']['console']['guest_files']

function Outcome({ outcome }: { readonly outcome: GuestImport }) {
  const { guest_files: words } = useText().t.console
  const { added, known, people, errors } = outcome
  if (errors.length > 0) return <Errors errors={errors} />
  return (
    <Notice
      live="polite"
      title={added === 0 ? words.nothing : words.found({ rows: added, people })}
      tone={added === 0 ? 'info' : 'ok'}
    >
      {known > 0 && <p>{words.known({ rows: known })}</p>}
    </Notice>
  )
}

/** What is wrong, by what stands in that column where that says more. */
function saidOf(words: Words, { code, column }: GuestImportError): string {
  const formats: Readonly<Record<string, string>> = words.formats
  return (code === 'FORMAT' ? formats[column ?? ''] : undefined) ?? words.codes[code]
}

function Errors({ errors }: { readonly errors: readonly GuestImportError[] }) {
  const { t, format } = useText()
  const words = t.console.guest_files
  const columns: readonly Column<GuestImportError>[] = [
    { key: 'line', title: words.line, cell: ({ line }) => format.number(line) },
    { key: 'column', title: words.column, cell: ({ column }) => column ?? '–' },
    { key: 'problem', title: words.problem, cell: (error) => saidOf(words, error) },
  ]
  return (
    <>
      <Notice live="assertive" title={words.wrong({ errors: errors.length })} tone="danger">
        {words.wrong_text}
      </Notice>
      <Table
        caption={words.problem}
        columns={columns}
        empty={null}
        rowKey={({ line, column, code }) => `${line} ${column} ${code}`}
        rows={errors}
      />
    </>
  )
}
