import { Button } from '@counterfoil/ui'
import { useText } from '../text'

export interface MoreButtonProps {
  readonly list: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** The next page of a list, when there is one. */
export function MoreButton({ list }: MoreButtonProps) {
  const { t } = useText()
  if (!list.hasNextPage) return null
  return (
    <div>
      <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t.console.shell.load_more}
      </Button>
    </div>
  )
}
