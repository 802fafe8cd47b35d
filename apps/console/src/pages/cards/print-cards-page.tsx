import type { Program } from '@counterfoil/protocol'
import { Button, Notice } from '@counterfoil/ui'
import { ConfirmDialog, Form, NumberField, Select } from '@counterfoil/ui/console'
import { useEffect, useState } from 'react'
import { useBlocker } from 'react-router'
import { useCreateCards } from '../../api/cards'
import { usePrograms } from '../../api/programs'
import { LinkTo } from '../../components/link-to'
import { Page } from '../../components/page'
import { printSheet } from '../../components/print-sheet'
import { useFormErrors } from '../../components/use-form-errors'
import { useText } from '../../text'
import { CardSheet, QrCode } from './card-sheet'
import styles from './cards.module.css'
import { PaperCard } from './paper-card'

/** Makes blank cards and prints them; their codes exist on this page only. */
export function PrintCardsPage() {
  const { t } = useText()
  const words = t.console.cards
  const programs = usePrograms()
  const create = useCreateCards()
  const active = programs.data?.filter((program) => program.active) ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const [printed, setPrinted] = useState(false)
  const program = active.find(({ id }) => id === (chosen ?? active[0]?.id))
  const made = create.data?.items
  const print = () => {
    setPrinted(true)
    printSheet()
  }
  return (
    <Page
      above={<LinkTo to="/cards">{words.title}</LinkTo>}
      lead={words.print_lead}
      title={words.print_title}
    >
      {made === undefined || program === undefined ? (
        <BatchForm
          create={create}
          onChoose={setChosen}
          options={active.map(({ id, name }) => ({ value: id, label: name }))}
          program={program}
        />
      ) : (
        <div data-stack>
          <Notice
            action={
              <Button onClick={print} variant="primary">
                {words.print_now}
              </Button>
            }
            live="polite"
            title={words.made({ cards: made.length })}
            tone="ok"
          >
            {words.made_text}
          </Notice>
          <CardSheet items={made} program={program} />
        </div>
      )}
      <LeaveGuard active={made !== undefined && !printed} />
    </Page>
  )
}

interface BatchFormProps {
  readonly create: ReturnType<typeof useCreateCards>
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly program: Program | undefined
  readonly onChoose: (id: string) => void
}

function BatchForm({ create, options, program, onChoose }: BatchFormProps) {
  const { cards: words, programs } = useText().t.console
  const programId = program?.id ?? null
  const [count, setCount] = useState(50)
  const [typed, setTyped] = useState(50)
  const { errors, problem } = useFormErrors(create.error)
  return (
    <div className={styles['batch']}>
      <div data-stack>
        {options.length === 0 && <Notice tone="info">{words.no_program}</Notice>}
        <Form
          errors={errors}
          onSubmit={() => {
            if (programId !== null && !create.isPending) {
              create.mutate({ body: { program_id: programId, count } })
            }
          }}
          problem={problem}
        >
          <Select label={words.program} onChange={onChoose} options={options} value={programId} />
          <NumberField
            hint={words.count_hint}
            isRequired
            label={words.count}
            maxValue={1000}
            minValue={1}
            name="count"
            onChange={(value) => {
              setCount(value)
              setTyped(value)
            }}
            onTyped={setTyped}
            value={count}
          />
          <div className={styles['buttons']}>
            <Button
              busy={create.isPending}
              disabled={programId === null}
              type="submit"
              variant="primary"
            >
              {words.make({ cards: Number.isNaN(typed) ? 0 : Math.min(typed, 1000) })}
            </Button>
          </div>
        </Form>
      </div>
      {program && (
        <figure className={styles['sample']}>
          <figcaption>{programs.preview}</figcaption>
          <PaperCard
            number={programs.preview_number}
            program={program}
            qr={<QrCode text={SAMPLE} />}
            token={SAMPLE}
          />
        </figure>
      )}
    </div>
  )
}

/** No card has it, and no tablet takes it. */
const SAMPLE = 'x'.repeat(22)

/** Codes that were not printed are lost, so leaving asks first. */
function LeaveGuard({ active }: { readonly active: boolean }) {
  const { cards: words } = useText().t.console
  const blocker = useBlocker(active)
  useEffect(() => {
    if (!active) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [active])
  return (
    <ConfirmDialog
      confirmLabel={words.leave}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
      open={blocker.state === 'blocked'}
      title={words.leave_title}
      tone="danger"
    >
      <p>{words.leave_text}</p>
    </ConfirmDialog>
  )
}
