import { useState } from 'react'
import { ConfirmDialog, Modal, Select, useToast } from '../../src/console/index'
import { Button } from '../../src/index'
import styles from '../gallery.module.css'
import { Section } from './section'

export function Overlays() {
  const toast = useToast()
  const [open, setOpen] = useState<'modal' | 'confirm'>()
  const close = () => setOpen(undefined)
  return (
    <Section title="Over the page">
      <div className={styles['line']}>
        <Button onClick={() => setOpen('modal')}>Open a modal</Button>
        <Button onClick={() => setOpen('confirm')}>Ask before a deed</Button>
        <Button
          onClick={() =>
            toast({ title: 'Tablet revoked', text: 'Its unsent operations are kept.' })
          }
        >
          Show a toast
        </Button>
      </div>
      <Modal
        actions={
          <Button onClick={close} variant="primary">
            Done
          </Button>
        }
        onClose={close}
        open={open === 'modal'}
        title="Pair Counter 1"
      >
        <p>Open Counterfoil on the tablet and let it film this code.</p>
        <Select
          label="Store"
          onChange={() => undefined}
          options={[{ value: '1', label: 'Harbour 1' }]}
          value="1"
        />
      </Modal>
      <ConfirmDialog
        confirmLabel="Revoke tablet"
        onClose={close}
        onConfirm={close}
        open={open === 'confirm'}
        title="Revoke Counter 1?"
        tone="danger"
      >
        <p>People’s data leaves this tablet at its next contact. What it has not sent is kept.</p>
      </ConfirmDialog>
    </Section>
  )
}
