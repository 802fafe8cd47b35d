import { Button } from '@counterfoil/ui'
import { Form, Modal, ModalActions } from '@counterfoil/ui/console'
import type { ReactNode } from 'react'
import { useText } from '../text'
import { type FieldWords, useFormErrors } from './use-form-errors'

export interface FormDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly submitLabel: string
  readonly danger?: boolean
  readonly write: { readonly error: Error | null; readonly isPending: boolean }
  readonly words?: FieldWords
  /** Found here before anything is sent. */
  readonly localErrors?: Readonly<Record<string, string>>
  readonly onSubmit: (data: FormData) => void
  readonly children: ReactNode
}

/** A form in a dialog: errors stand at their fields, what was typed stays. */
export function FormDialog(props: FormDialogProps) {
  const { open, onClose, title, submitLabel, danger = false, write, onSubmit, children } = props
  const { t } = useText()
  const { errors, problem } = useFormErrors(write.error, props.words, props.localErrors)
  return (
    <Modal onClose={onClose} open={open} title={title}>
      <Form
        errors={errors}
        onSubmit={(data) => {
          if (!write.isPending) onSubmit(data)
        }}
        problem={problem}
      >
        {children}
        <ModalActions>
          <Button onClick={onClose}>{t.common.action.cancel}</Button>
          <Button busy={write.isPending} type="submit" variant={danger ? 'danger' : 'primary'}>
            {submitLabel}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}
