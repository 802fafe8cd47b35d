import type { Show } from '@counterfoil/protocol'
import { FormTextArea } from '@counterfoil/ui/console'
import { useCreateShow, useUpdateShow } from '../../api/performances'
import { textOf } from '../../components/form-data'
import { ThingDialog } from '../../components/thing-dialog'
import { useDone } from '../../components/use-done'
import { useText } from '../../text'

/** Adds a show, or changes the given one. */
export function ShowDialog({
  show,
  onClose,
}: {
  readonly show?: Show
  readonly onClose: () => void
}) {
  const { t } = useText()
  const words = t.console.venues
  const create = useCreateShow()
  const update = useUpdateShow()
  const done = useDone(onClose)
  function submit(data: FormData) {
    const body = {
      title: textOf(data, 'name').trim(),
      description: textOf(data, 'description').trim(),
    }
    if (show === undefined) create.mutate({ body }, done(words.saved))
    else update.mutate({ params: { id: show.id }, body }, done(words.saved))
  }
  return (
    <ThingDialog
      create={create}
      onClose={onClose}
      onSubmit={submit}
      texts={words.show}
      thing={show && { name: show.title }}
      update={update}
    >
      <FormTextArea
        defaultValue={show?.description ?? ''}
        hint={words.show.description_hint}
        label={words.show.description}
        maxLength={1000}
        name="description"
        note={t.common.form.optional}
        rows={4}
      />
    </ThingDialog>
  )
}
