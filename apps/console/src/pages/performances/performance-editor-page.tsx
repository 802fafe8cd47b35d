import type { Performance } from '@counterfoil/protocol'
import { Skeleton } from '@counterfoil/ui'
import { useToast } from '@counterfoil/ui/console'
import { useNavigate, useParams } from 'react-router'
import { useCreatePerformance, usePerformance, useUpdatePerformance } from '../../api/performances'
import { ErrorState } from '../../components/error-state'
import { LinkTo } from '../../components/link-to'
import { Page } from '../../components/page'
import { usePath } from '../../session/merchant'
import { useZone } from '../../session/zone'
import { useText } from '../../text'
import { PerformanceForm } from './performance-form'
import { newPerformance, type PerformanceBody, valuesOf } from './performance-values'

/** Announces a performance, or changes one. */
export function PerformanceEditorPage() {
  const { t } = useText()
  const { id } = useParams()
  const words = t.console.performances
  const answer = usePerformance(id ?? '', id !== undefined)
  const performance = answer.data?.performance
  const title = id === undefined ? words.editor.new_title : (performance?.title ?? words.title)
  const above =
    performance === undefined ? (
      <LinkTo to="/performances">{words.title}</LinkTo>
    ) : (
      <LinkTo to={`/performances/${performance.id}`}>{performance.title}</LinkTo>
    )
  return (
    <Page above={above} title={title}>
      {id === undefined && <Create />}
      {performance !== undefined && <Change key={performance.id} performance={performance} />}
      {id !== undefined && answer.isPending && <Skeleton lines={6} />}
      {answer.error && performance === undefined && (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      )}
    </Page>
  )
}

function useGoTo() {
  const navigate = useNavigate()
  const path = usePath()
  return (id: string) => void navigate(path(`/performances/${id}`))
}

function Create() {
  const { editor: words } = useText().t.console.performances
  const create = useCreatePerformance()
  const toast = useToast()
  const goTo = useGoTo()
  const { timeZone } = useZone()
  const submit = (body: PerformanceBody) =>
    create.mutate(
      { body },
      {
        onSuccess: ({ performance }) => {
          toast({ title: words.created({ title: performance.title }) })
          goTo(performance.id)
        },
      },
    )
  return (
    <PerformanceForm
      back="/performances"
      booked={0}
      onSubmit={submit}
      submitLabel={words.create}
      values={newPerformance(timeZone)}
      write={create}
    />
  )
}

function Change({ performance }: { readonly performance: Performance }) {
  const { editor: words } = useText().t.console.performances
  const update = useUpdatePerformance()
  const toast = useToast()
  const goTo = useGoTo()
  const { id } = performance
  const submit = (body: PerformanceBody) =>
    update.mutate(
      { params: { id }, body },
      {
        onSuccess: () => {
          toast({ title: words.saved })
          goTo(id)
        },
      },
    )
  return (
    <PerformanceForm
      back={`/performances/${id}`}
      booked={performance.booked}
      onSubmit={submit}
      submitLabel={words.save}
      values={valuesOf(performance)}
      write={update}
    />
  )
}
