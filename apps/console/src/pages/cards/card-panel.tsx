import { type Card, ENDPOINTS } from '@counterfoil/protocol'
import { Button, Skeleton } from '@counterfoil/ui'
import { ConfirmDialog, SidePanel, useToast } from '@counterfoil/ui/console'
import { useCard, useUpdateCard } from '../../api/cards'
import { ErrorNotice, ErrorState } from '../../components/error-state'
import { FactSection, Stack } from '../../components/fact-section'
import { useDialog } from '../../components/use-dialog'
import { useMoment } from '../../components/use-moment'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { CardCustomer } from './card-customer'
import { CardHistory } from './card-history'
import { CardRow, CardStamps, useCollectsPoints } from './card-stamps'
import { CardState } from './use-card-columns'

export function CardPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useText()
  const may = useMay()
  const answer = useCard(id)
  const card = answer.data?.card
  return (
    <SidePanel
      actions={card && may(ENDPOINTS.updateCard) ? <BlockButton card={card} /> : undefined}
      meta={card && <CardState card={card} />}
      onClose={onClose}
      title={card?.number ?? t.common.state.loading}
    >
      {answer.error && !card && (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {card === undefined ? (
        answer.isPending && <Skeleton lines={5} />
      ) : (
        <CardDetails card={card} />
      )}
    </SidePanel>
  )
}

function CardDetails({ card }: { readonly card: Card }) {
  const { t, format } = useText()
  const words = t.console.cards
  const moment = useMoment()
  const points = useCollectsPoints(card)
  return (
    <Stack>
      <CardRow card={card} />
      <FactSection
        items={[
          { term: points ? words.balance : words.stamps, value: <CardStamps card={card} /> },
          ...(points
            ? []
            : [
                {
                  term: words.last_stamp,
                  value: card.last_stamp_at === null ? words.never : moment(card.last_stamp_at),
                },
              ]),
          { term: words.issued, value: format.date(card.created_at) },
        ]}
        title={words.state}
      />
      <CardCustomer card={card} />
      <CardHistory id={card.id} />
    </Stack>
  )
}

function BlockButton({ card }: { readonly card: Card }) {
  const { t } = useText()
  const words = t.console.cards
  const asking = useDialog()
  const toast = useToast()
  const update = useUpdateCard()
  const isActive = card.status === 'active'
  const change = () =>
    update.mutate(
      { params: { id: card.id }, body: { status: isActive ? 'blocked' : 'active' } },
      {
        onSuccess: () => {
          toast({ title: isActive ? words.now_blocked : words.now_active })
          asking.close()
        },
      },
    )
  if (!isActive) {
    return (
      <>
        <Button busy={update.isPending} onClick={change} size="small">
          {words.unblock}
        </Button>
        <ErrorNotice error={update.error} />
      </>
    )
  }
  return (
    <>
      <Button onClick={asking.open} size="small">
        {words.block}
      </Button>
      <ConfirmDialog
        busy={update.isPending}
        confirmLabel={words.block}
        onClose={asking.close}
        onConfirm={change}
        open={asking.isOpen}
        title={words.block_title({ number: card.number })}
        tone="danger"
      >
        <p>{words.block_text}</p>
        <ErrorNotice error={update.error} />
      </ConfirmDialog>
    </>
  )
}
