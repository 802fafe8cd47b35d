import { Button, Notice } from '@counterfoil/ui'
import { Modal, Select } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useCreateCard } from '../../api/cards'
import { usePrograms } from '../../api/programs'
import { FormDialog } from '../../components/form-dialog'
import { PrintSheet, printSheet } from '../../components/print-sheet'
import { useText } from '../../text'
import styles from './cards.module.css'
import { PaperCard } from './paper-card'

export interface IssueDialogProps {
  /** Whose card it is to be; nobody's without. */
  readonly customer?: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

/** Chooses the program, then shows the new card's code, this once. */
export function IssueDialog({ customer, onClose }: IssueDialogProps) {
  const { t } = useText()
  const words = t.console.cards
  const programs = usePrograms()
  const create = useCreateCard()
  const active = programs.data?.filter((program) => program.active) ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const programId = chosen ?? active[0]?.id ?? null
  const program = active.find(({ id }) => id === programId)
  if (create.data === undefined || program === undefined) {
    return (
      <FormDialog
        onClose={onClose}
        onSubmit={() => {
          if (programId !== null) create.mutate({ body: orderOf(programId, customer) })
        }}
        open
        submitLabel={words.issue_do}
        title={words.issue_title}
        write={create}
      >
        {customer && <p>{t.console.customers.for_customer(customer)}</p>}
        {programs.data && active.length === 0 ? (
          <Notice tone="info">{words.no_program}</Notice>
        ) : (
          <Select
            label={words.program}
            onChange={setChosen}
            options={active.map(({ id, name }) => ({ value: id, label: name }))}
            value={programId}
          />
        )}
      </FormDialog>
    )
  }
  const { card, token, qr_png } = create.data
  const qr = <img alt={words.qr} src={qr_png} />
  const paper = <PaperCard number={card.number} program={program} qr={qr} token={token} />
  return (
    <Modal
      actions={
        <>
          <Button onClick={onClose}>{t.common.action.done}</Button>
          <Button onClick={printSheet} variant="primary">
            {t.common.action.print}
          </Button>
        </>
      }
      onClose={onClose}
      open
      title={words.issued_title({ number: card.number })}
    >
      <div className={styles['issued']}>
        <p>{words.issued_text}</p>
        {paper}
      </div>
      <PrintSheet>{paper}</PrintSheet>
    </Modal>
  )
}

function orderOf(program_id: string, customer: IssueDialogProps['customer']) {
  return { program_id, ...(customer && { customer_id: customer.id }) }
}
