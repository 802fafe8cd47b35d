import { ENDPOINTS, type Program, type Reward } from '@counterfoil/protocol'
import { Badge, Button } from '@counterfoil/ui'
import { FormTextField, NumberField, useToast } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useCreateReward, useRewards, useUpdateReward } from '../../api/programs'
import { ErrorNotice } from '../../components/error-state'
import { textOf } from '../../components/form-data'
import { FormDialog } from '../../components/form-dialog'
import { useDialog } from '../../components/use-dialog'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import styles from './programs.module.css'

type Kind = Program['kind']
type OfProgram = Pick<Program, 'id' | 'kind'>

/** What cards of a program are exchanged for. */
export function Rewards({ program }: { readonly program: OfProgram }) {
  const { t } = useText()
  const may = useMay()
  const rewards = useRewards()
  const adding = useDialog()
  const words = t.console.programs
  const own = rewards.data?.filter(({ program_id }) => program_id === program.id) ?? []
  const sorted = own.toSorted((a, b) => Number(b.active) - Number(a.active) || a.cost - b.cost)
  return (
    <section className={styles['rewards']}>
      <h2>{words.rewards}</h2>
      <p>{words.rewards_lead}</p>
      <ErrorNotice error={rewards.error} />
      {rewards.data && sorted.length === 0 && <p>{words.no_rewards}</p>}
      <ul>
        {sorted.map((reward) => (
          <RewardRow key={reward.id} kind={program.kind} reward={reward} />
        ))}
      </ul>
      {may(ENDPOINTS.createReward) && <Button onClick={adding.open}>{words.reward_add}</Button>}
      {adding.isOpen && <AddReward onClose={adding.close} program={program} />}
    </section>
  )
}

function RewardRow({ reward, kind }: { readonly reward: Reward; readonly kind: Kind }) {
  const { t } = useText()
  const may = useMay()
  const editing = useDialog()
  const update = useUpdateReward()
  const words = t.console.programs
  const { id, name, cost, active } = reward
  return (
    <li className={styles['reward']}>
      <span className={styles['reward_name']}>{name}</span>
      <span>{kind === 'points' ? words.costs_points({ cost }) : words.costs_sets({ cost })}</span>
      {!active && <Badge>{words.withdrawn}</Badge>}
      {may(ENDPOINTS.updateReward) && (
        <span className={styles['reward_ways']}>
          <Button aria-label={`${words.edit}: ${name}`} onClick={editing.open} size="small">
            {words.edit}
          </Button>
          <Button
            aria-label={`${active ? words.withdraw : words.offer}: ${name}`}
            busy={update.isPending}
            onClick={() => update.mutate({ params: { id }, body: { active: !active } })}
            size="small"
          >
            {active ? words.withdraw : words.offer}
          </Button>
        </span>
      )}
      <ErrorNotice error={update.error} />
      {editing.isOpen && <EditReward kind={kind} onClose={editing.close} reward={reward} />}
    </li>
  )
}

function AddReward({ program, onClose }: { readonly program: OfProgram; onClose: () => void }) {
  const { programs: words } = useText().t.console
  const create = useCreateReward()
  const toast = useToast()
  return (
    <RewardDialog
      kind={program.kind}
      onClose={onClose}
      onSubmit={(values) =>
        create.mutate(
          { body: { ...values, program_id: program.id } },
          {
            onSuccess: () => {
              toast({ title: words.reward_saved })
              onClose()
            },
          },
        )
      }
      title={words.reward_add}
      write={create}
    />
  )
}

interface EditRewardProps {
  readonly reward: Reward
  readonly kind: Kind
  readonly onClose: () => void
}

function EditReward({ reward, kind, onClose }: EditRewardProps) {
  const { programs: words } = useText().t.console
  const update = useUpdateReward()
  const toast = useToast()
  return (
    <RewardDialog
      kind={kind}
      onClose={onClose}
      onSubmit={(body) =>
        update.mutate(
          { params: { id: reward.id }, body },
          {
            onSuccess: () => {
              toast({ title: words.reward_saved })
              onClose()
            },
          },
        )
      }
      title={words.reward_edit}
      values={reward}
      write={update}
    />
  )
}

interface RewardValues {
  readonly name: string
  readonly cost: number
}

interface RewardDialogProps {
  readonly title: string
  readonly kind: Kind
  readonly values?: RewardValues
  readonly write: { readonly error: Error | null; readonly isPending: boolean }
  readonly onSubmit: (values: RewardValues) => void
  readonly onClose: () => void
}

function RewardDialog({ title, kind, values, write, onSubmit, onClose }: RewardDialogProps) {
  const { programs: words } = useText().t.console
  const [cost, setCost] = useState(values?.cost ?? (kind === 'points' ? 100 : 1))
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={(data) => onSubmit({ name: textOf(data, 'name').trim(), cost })}
      open
      submitLabel={words.save}
      title={title}
      write={write}
    >
      <FormTextField
        autoComplete="off"
        defaultValue={values?.name ?? ''}
        isRequired
        label={words.reward_name}
        maxLength={120}
        name="name"
      />
      <NumberField
        isRequired
        label={kind === 'points' ? words.cost_points : words.cost_sets}
        maxValue={1_000_000}
        minValue={1}
        name="cost"
        onChange={setCost}
        value={cost}
      />
    </FormDialog>
  )
}
