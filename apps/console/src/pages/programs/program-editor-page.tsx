import type { Program } from '@counterfoil/protocol'
import { EmptyState, Skeleton } from '@counterfoil/ui'
import { useToast } from '@counterfoil/ui/console'
import { useNavigate, useParams } from 'react-router'
import { useCreateProgram, usePrograms, useUpdateProgram } from '../../api/programs'
import { useSettings } from '../../api/settings'
import { ErrorState } from '../../components/error-state'
import { LinkTo } from '../../components/link-to'
import { Page } from '../../components/page'
import { usePath } from '../../session/merchant'
import { useText } from '../../text'
import { ProgramForm } from './program-form'
import type { ProgramRules, ProgramValues } from './program-values'
import { Rewards } from './rewards'

/** Starts a program, or changes one; the card beside the form follows every key. */
export function ProgramEditorPage() {
  const { t } = useText()
  const { id } = useParams()
  const programs = usePrograms()
  const words = t.console.programs
  const program = programs.data?.find((each) => each.id === id)
  const title = id === undefined ? words.new_title : (program?.name ?? words.title)
  return (
    <Page above={<LinkTo to="/programs">{words.title}</LinkTo>} title={title}>
      {id === undefined && <CreateProgram />}
      {program !== undefined && <ChangeProgram key={program.id} program={program} />}
      {id !== undefined && programs.isPending && <Skeleton lines={5} />}
      {programs.error && !programs.data && id !== undefined && (
        <ErrorState error={programs.error} onRetry={() => void programs.refetch()} />
      )}
      {id !== undefined && programs.data && program === undefined && (
        <EmptyState title={t.problems.NOT_FOUND.title}>
          {t.problems.NOT_FOUND.sentence({})}
        </EmptyState>
      )}
    </Page>
  )
}

function useBack() {
  const navigate = useNavigate()
  const path = usePath()
  return () => void navigate(path('/programs'))
}

const NEW: ProgramValues = {
  name: '',
  kind: 'stamps',
  reward: '',
  stamps_required: 10,
  cooldown_minutes: 15,
  daily_limit: 5,
  pin_required: true,
  points_per_unit: 1,
  min_amount_minor: 0,
  max_points_per_op: 10_000,
}

function CreateProgram() {
  const { created } = useText().t.console.programs
  const create = useCreateProgram()
  const toast = useToast()
  const back = useBack()
  const settings = useSettings()
  const currency = settings.data?.settings.merchant.currency ?? 'EUR'
  // A program of points has rewards of its own, and none for a full card.
  const submit = ({ reward, ...rules }: ProgramRules, kind: ProgramValues['kind']) =>
    create.mutate(
      { body: { ...rules, kind, ...(reward !== '' && { reward }) } },
      {
        onSuccess: () => {
          toast({ title: created({ name: rules.name }) })
          back()
        },
      },
    )
  return <ProgramForm currency={currency} isNew onSubmit={submit} values={NEW} write={create} />
}

function ChangeProgram({ program }: { readonly program: Program }) {
  const { saved } = useText().t.console.programs
  const update = useUpdateProgram()
  const toast = useToast()
  const back = useBack()
  const submit = (body: ProgramRules) =>
    update.mutate(
      { params: { id: program.id }, body },
      {
        onSuccess: () => {
          toast({ title: saved })
          back()
        },
      },
    )
  return (
    <>
      <ProgramForm
        currency={program.currency}
        isNew={false}
        onSubmit={submit}
        values={program}
        write={update}
      />
      <Rewards program={program} />
    </>
  )
}
