import { ENDPOINTS, type Staff } from '@counterfoil/protocol'
import { Button } from '@counterfoil/ui'
import { ConfirmDialog, type MenuEntry, MenuButton, useToast } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useUnlockStaff, useUpdateStaff } from '../../api/staff'
import { ErrorNotice } from '../../components/error-state'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { BadgeDialog } from './badge-dialog'
import { PersonDialog } from './person-dialog'
import { PinDialog } from './pin-dialog'

type Deed = 'pin' | 'unlock' | 'badge' | 'edit' | 'active'

/** What can be done for a person; only what the role allows is there. */
export function PersonActions({ person }: { readonly person: Staff }) {
  const { t } = useText()
  const may = useMay()
  const words = t.console.people
  const [deed, setDeed] = useState<Deed>()
  const isLocked = person.locked_until !== null || person.device_locks.length > 0
  const entry = (id: Deed, label: string, danger = false): MenuEntry => ({
    id,
    label,
    danger,
    onAction: () => setDeed(id),
  })
  const menu = may(ENDPOINTS.updateStaff)
    ? [
        entry('edit', words.edit),
        entry('active', person.active ? words.deactivate : words.activate, person.active),
      ]
    : []
  return (
    <>
      {isLocked && (
        <Button onClick={() => setDeed('unlock')} size="small" variant="primary">
          {words.unlock}
        </Button>
      )}
      {person.active && (
        <>
          <Button onClick={() => setDeed('pin')} size="small">
            {person.pin_set ? words.change_pin : words.set_pin}
          </Button>
          <Button onClick={() => setDeed('badge')} size="small">
            {person.badge_set ? words.new_badge : words.issue_badge}
          </Button>
        </>
      )}
      {menu.length > 0 && <MenuButton items={menu} size="small" />}
      <DeedDialog deed={deed} onClose={() => setDeed(undefined)} person={person} />
    </>
  )
}

interface DeedDialogProps {
  readonly deed: Deed | undefined
  readonly person: Staff
  readonly onClose: () => void
}

function DeedDialog({ deed, person, onClose }: DeedDialogProps) {
  switch (deed) {
    case undefined:
      return null
    case 'pin':
      return <PinDialog onClose={onClose} person={person} />
    case 'badge':
      return <BadgeDialog onClose={onClose} person={person} />
    case 'edit':
      return <PersonDialog onClose={onClose} person={person} />
    case 'unlock':
      return <UnlockDialog onClose={onClose} person={person} />
    case 'active':
      return <ActiveDialog onClose={onClose} person={person} />
  }
}

function UnlockDialog({ person, onClose }: { person: Staff; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.people
  const unlock = useUnlockStaff()
  const toast = useToast()
  const done = () => {
    toast({ title: words.unlocked({ name: person.name }) })
    onClose()
  }
  return (
    <ConfirmDialog
      busy={unlock.isPending}
      confirmLabel={words.unlock}
      onClose={onClose}
      onConfirm={() => unlock.mutate({ params: { id: person.id }, body: {} }, { onSuccess: done })}
      open
      title={words.unlock_title({ name: person.name })}
    >
      <p>{words.unlock_text}</p>
      <ErrorNotice error={unlock.error} />
    </ConfirmDialog>
  )
}

function ActiveDialog({ person, onClose }: { person: Staff; onClose: () => void }) {
  const { t } = useText()
  const words = t.console.people
  const update = useUpdateStaff()
  const toast = useToast()
  const { name } = person
  const done = () => {
    toast({ title: person.active ? words.deactivated({ name }) : words.activated({ name }) })
    onClose()
  }
  const change = () =>
    update.mutate(
      { params: { id: person.id }, body: { active: !person.active } },
      { onSuccess: done },
    )
  return (
    <ConfirmDialog
      busy={update.isPending}
      confirmLabel={person.active ? words.deactivate : words.activate}
      onClose={onClose}
      onConfirm={change}
      open
      title={person.active ? words.deactivate_title({ name }) : words.activate_title({ name })}
      tone={person.active ? 'danger' : 'primary'}
    >
      <p>{person.active ? words.deactivate_text : words.activate_text}</p>
      <ErrorNotice error={update.error} />
    </ConfirmDialog>
  )
}
