import { FormTextField } from '@counterfoil/ui/console'
import type { ReactNode } from 'react'
import { useText } from '../text'
import { FormDialog, type FormDialogProps } from './form-dialog'

export interface ThingDialogProps extends Pick<
  FormDialogProps,
  'onClose' | 'onSubmit' | 'localErrors'
> {
  /** What is changed; without it, one is added. */
  readonly thing: { readonly name: string } | undefined
  readonly texts: {
    readonly add: string
    readonly edit_title: (of: { readonly name: string }) => string
    readonly name: string
  }
  readonly create: FormDialogProps['write']
  readonly update: FormDialogProps['write']
  readonly words?: FormDialogProps['words']
  /** What it has beside its name. */
  readonly children: ReactNode
}

/** Adds a thing that has a name, or changes the given one. */
export function ThingDialog(props: ThingDialogProps) {
  const { thing, texts, create, update, words, localErrors, onClose, onSubmit, children } = props
  const { t } = useText()
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={onSubmit}
      open
      submitLabel={thing === undefined ? texts.add : t.common.action.save}
      title={thing === undefined ? texts.add : texts.edit_title(thing)}
      write={thing === undefined ? create : update}
      {...(words && { words })}
      {...(localErrors && { localErrors })}
    >
      <FormTextField
        autoComplete="off"
        defaultValue={thing?.name ?? ''}
        isRequired
        label={texts.name}
        maxLength={120}
        name="name"
      />
      {children}
    </FormDialog>
  )
}
